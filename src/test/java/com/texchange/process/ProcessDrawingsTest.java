package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessDrawingsTest {

    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private final ProcessDrawings drawings = new ProcessDrawings(ProcessTexts.messages());

    @Test
    void inRussianTheNamesAreThoseOfTheFile() {
        ProcessDrawing drawing = drawings.of("distributor-onboarding", Locale.of("ru"));

        assertThat(drawing.names()).containsEntry("Task_SendInvitation", "Отправить приглашение")
                .doesNotContainKeys("Flow_Invited", "Gateway_Ended", "distributor-onboarding");
        assertThat(namesIn(drawing.bpmn())).isEqualTo(namesIn(file("distributor-onboarding")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-onboarding", "distributor-registration", "license-connection",
        "license-disconnection", "license-move", "grant-request"})
    void inEnglishNothingThatIsDrawnIsLeftInRussian(String processId) {
        ProcessDrawing drawing = drawings.of(processId, Locale.ENGLISH);

        String process = drawing.bpmn().substring(drawing.bpmn().indexOf("<bpmn:documentation>"));
        assertThat(namesIn(process)).isNotEmpty().allSatisfy(name -> assertThat(name).doesNotContainPattern("\\p{IsCyrillic}"));
    }

    @Test
    void theNamesComeInTheOrderOfTheFile() {
        List<String> names = List.copyOf(drawings.of("license-connection", Locale.ENGLISH).names().keySet());

        assertThat(names).startsWith("Start_Connection").containsSubsequence("Task_ConnectOrdered", "End_Published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-process", "../application", ""})
    void whatIsNoProcessOfTheApplicationIsRefused(String processId) {
        assertThatThrownBy(() -> drawings.of(processId, Locale.ENGLISH)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> namesIn(String xml) {
        return NAME.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static String file(String processId) {
        try {
            return Files.readString(Path.of("processes", processId + ".bpmn"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
