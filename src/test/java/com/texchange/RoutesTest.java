package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Routes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The addresses of pages stand in {@link Routes} and nowhere else. */
class RoutesTest {

    private static final Pattern WRITTEN_ROUTE = Pattern.compile("@Route\\((value = )?\"");
    private static final Pattern WRITTEN_LINK = Pattern.compile(
            "(new Anchor|navigate|[oO]perator\\.link|LetterSamples\\.link)\\(\\s*\"");

    @Test
    void routesAndLinksNameTheConstant() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContainPattern(WRITTEN_ROUTE).doesNotContainPattern(WRITTEN_LINK));
        }
    }

    @Test
    void addressesThatWereGivenStay() {
        assertThat(Arrays.stream(Routes.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(RoutesTest::address))
                .contains("", "login", "forgot-password", "set-password", "register", "join", "agreement", "help",
                        "company", "exchange/distributors", "exchange/suppliers", "exchange/distributors/import",
                        "services", "devices", "exchange/licenses", "exchange/devices", "exchange/reconciliation", "registry/licenses", "licenses/load", "onboarding", "onboardings", "tasks", "settings",
                        "processes", "letters");
    }

    @Test
    void valuesOfParametersAreEncoded() {
        assertThat(Routes.with(Routes.JOIN, "invite", "a+b &c")).isEqualTo("join?invite=a%2Bb+%26c");
        assertThat(Routes.of(Routes.TASKS, 42)).isEqualTo("tasks/42");
    }

    private static String address(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
