package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every element of the processes at which an incident can stand has its name in both languages. */
class StepNamesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @Test
    void theRussianNamesAreThoseOfTheModel() throws IOException {
        Properties russian = load("process_ru.properties");

        assertThat(elements()).hasSizeGreaterThan(30).allSatisfy(element -> assertThat(
                russian.getProperty(FailedStep.nameKey(element.getId()))).as(element.getId()).isEqualTo(element.getName()));
    }

    @Test
    void eachHasAnEnglishName() throws IOException {
        Properties english = load("process.properties");

        assertThat(elements()).allSatisfy(element -> assertThat(
                english.getProperty(FailedStep.nameKey(element.getId()))).as(element.getId()).isNotBlank());
    }

    /** Operate shows names, and whoever reads them has to know which element is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"distributor-onboarding", "distributor-registration", "license-connection",
        "license-disconnection", "license-move", "grant-request"})
    void noTwoElementsOrFlowsOfAProcessHaveOneName(String processId) throws IOException {
        List<FlowElement> named = Bpmn.readModelFromFile(Path.of("processes", processId + ".bpmn").toFile())
                .getModelElementsByType(FlowElement.class).stream().toList();
        Properties english = load("process.properties");

        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named).extracting(FlowElement::getName).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(named).extracting(element -> english.getProperty("process.element." + processId + "." + element.getId()))
                .doesNotContainNull().doesNotHaveDuplicates();
    }

    private static List<FlowNode> elements() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowNode.class).stream())
                    .filter(StepNamesTest::canFail).toList();
        }
    }

    private static boolean canFail(FlowNode node) {
        return node instanceof Activity || node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent
                || node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
