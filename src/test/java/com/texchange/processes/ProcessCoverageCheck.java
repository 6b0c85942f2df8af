package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails the build when the process tests have left out an element or a sequence flow. Runs after them, on the report that
 * Camunda Process Test has written.
 */
class ProcessCoverageCheck {

    private static final Path REPORT = Path.of("target", "process-test-coverage", "report.json");

    @ParameterizedTest
    @ValueSource(strings = {ProcessTestBase.ONBOARDING, ProcessTestBase.REGISTRATION, ProcessTestBase.CONNECTION})
    void everyElementAndFlowIsTested(String process) throws IOException {
        Set<String> untested = elements(process);
        for (JsonNode coverage : JsonMapper.shared().readTree(REPORT.toFile()).findValue("coverages")) {
            if (coverage.path("processDefinitionId").asString().equals(process)) {
                coverage.path("completedElements").forEach(element -> untested.remove(element.asString()));
                coverage.path("takenSequenceFlows").forEach(flow -> untested.remove(flow.asString()));
            }
        }
        assertThat(untested).as("elements and flows of %s that no process test reaches", process).isEmpty();
    }

    private static Set<String> elements(String process) throws IOException {
        try (InputStream file = ProcessCoverageCheck.class.getResourceAsStream("/processes/" + process + ".bpmn")) {
            return Bpmn.readModelFromStream(file).getModelElementsByType(FlowElement.class).stream()
                    .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                    .map(BaseElement::getId).collect(Collectors.toCollection(HashSet::new));
        }
    }
}
