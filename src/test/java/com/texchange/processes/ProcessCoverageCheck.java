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

    private static final Path REPORT = Path.of(ProcessEngine.COVERAGE, "report.json");
    /** When this build began; not set outside of it. */
    private static final String BUILD_STARTED = "process-tests.build-started";

    @BeforeEach
    void theReportIsOfThisBuild() throws Exception {
        assertThat(REPORT).as("report of the process tests").exists();
        String started = System.getProperty(BUILD_STARTED);
        if (started != null) {
            assertThat(Files.getLastModifiedTime(REPORT).toInstant()).isAfter(Instant.parse(started));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-onboarding", "distributor-registration", "license-connection",
        "license-disconnection", "license-move", "grant-request"})
    void everyElementAndFlowIsCovered(String process) {
        ProcessCoverage coverage = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build().readValue(REPORT.toFile(), Report.class).coverages().stream()
                .filter(candidate -> candidate.processDefinitionId().equals(process)).findFirst()
                .orElseThrow(() -> new AssertionError("No process test has run " + process));

        assertThat(missing(process, FlowNode.class, coverage.completedElements()))
                .as("elements of %s not covered", process).isEmpty();
        assertThat(missing(process, SequenceFlow.class, coverage.takenSequenceFlows()))
                .as("flows of %s not covered", process).isEmpty();
        assertThat(coverage.coverage()).as("coverage of %s", process).isEqualTo(1.0);
    }

    /** Reckoned from the file, so that it names what is missing, and does not rely on the report's own count. */
    private static List<String> missing(String process, Class<? extends FlowElement> type, List<String> covered) {
        List<String> missing = new ArrayList<>(elements(process, type).toList());
        assertThat(missing).isNotEmpty();
        missing.removeAll(covered);
        return missing;
    }

    private static Stream<String> elements(String process, Class<? extends FlowElement> type) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile()).getModelElementsByType(type)
                .stream().map(FlowElement::getId);
    }

    record Report(List<ProcessCoverage> coverages) {
    }

    record ProcessCoverage(String processDefinitionId, List<String> completedElements, List<String> takenSequenceFlows,
            double coverage) {
    }
}
