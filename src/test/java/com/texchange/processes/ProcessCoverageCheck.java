package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every element and every flow of every process has been gone through. The build runs it after the process tests, on
 * what Camunda Process Test reports of all their classes, and fails below 100 %.
 */
class ProcessCoverageCheck {

    private static final JsonMapper READER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    /** When this build began; not set outside of it. */
    private static final String BUILD_STARTED = "process-tests.build-started";
    private final List<Report> reports = new ArrayList<>();

    /** Each process of the build has one of the classes that it has run, if it has run any. */
    @BeforeEach
    void readReportsOfThisBuild() throws Exception {
        String started = System.getProperty(BUILD_STARTED);
        try (Stream<Path> forks = Files.list(Path.of(ProcessEngine.COVERAGE))) {
            for (Path report : forks.map(fork -> fork.resolve("report.json")).filter(Files::exists).toList()) {
                if (started == null || Files.getLastModifiedTime(report).toInstant().isAfter(Instant.parse(started))) {
                    reports.add(READER.readValue(report.toFile(), Report.class));
                }
            }
        }
        assertThat(reports).as("reports of the process tests").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-onboarding", "distributor-registration", "license-connection",
        "license-disconnection", "license-move", "grant-request"})
    void everyElementAndFlowIsCovered(String process) {
        assertThat(missing(process, FlowNode.class, ProcessCoverage::completedElements))
                .as("elements of %s not covered", process).isEmpty();
        assertThat(missing(process, SequenceFlow.class, ProcessCoverage::takenSequenceFlows))
                .as("flows of %s not covered", process).isEmpty();
    }

    private List<String> missing(String process, Class<? extends FlowElement> type, Function<ProcessCoverage, List<String>> covered) {
        List<String> missing = new ArrayList<>(elements(process, type).toList());
        assertThat(missing).isNotEmpty();
        reports.stream().map(Report::coverages).flatMap(List::stream).filter(coverage -> coverage.processDefinitionId().equals(process))
                .map(covered).forEach(missing::removeAll);
        return missing;
    }

    private static Stream<String> elements(String process, Class<? extends FlowElement> type) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile()).getModelElementsByType(type)
                .stream().map(FlowElement::getId);
    }

    record Report(List<ProcessCoverage> coverages) {
    }

    record ProcessCoverage(String processDefinitionId, List<String> completedElements, List<String> takenSequenceFlows) {
    }
}
