package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form says about a field is our own words, never the framework's. */
class ConstraintMessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CONSTRAINT = Pattern.compile("import (jakarta\\.validation\\.constraints\\.\\w+);");
    /** They hold values that no person types: configuration, what the program itself hands over; or give a message of their own. */
    private static final Set<String> NOT_IN_FORMS = Set.of("jakarta.validation.constraints.Positive",
            "jakarta.validation.constraints.Pattern", "jakarta.validation.constraints.Min",
            "jakarta.validation.constraints.AssertTrue");

    @ParameterizedTest
    @ValueSource(strings = {"ValidationMessages.properties", "ValidationMessages_ru.properties"})
    void everyConstraintOfAFormHasOurWords(String file) throws IOException {
        Properties messages = new Properties();
        for (String bundle : List.of(file, "Contributor" + file)) {
            try (var reader = Files.newBufferedReader(Path.of("src/main/resources", bundle), StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        }

        assertThat(constraints()).isNotEmpty()
                .allSatisfy(constraint -> assertThat(messages.stringPropertyNames()).contains(constraint + ".message"));
    }

    private static Set<String> constraints() throws IOException {
        Set<String> constraints = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                CONSTRAINT.matcher(Files.readString(source)).results().forEach(match -> constraints.add(match.group(1)));
            }
        }
        constraints.removeAll(NOT_IN_FORMS);
        return constraints;
    }
}
