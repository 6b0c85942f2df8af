package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that are named as showing something are there, and it is clear which one is meant. */
class NamedTestsTest {

    private static final Path TESTS = Path.of("src/test/java");
    /** With a module where two have a test of this name. */
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*(?:Test|IT))`");
    private static List<String> tests;

    @BeforeAll
    static void find() {
        tests = files(TESTS).map(file -> TESTS.relativize(file).toString().replace('/', '.')).toList();
    }

    static Stream<Path> documents() {
        return Stream.concat(Stream.of(Path.of("SECURITY.md"), Path.of("README.md")), files(Path.of("docs")).filter(file -> file.toString().endsWith(".md")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachIsThereOnce(Path document) throws IOException {
        assertThat(NAMED.matcher(Files.readString(document)).results().map(named -> named.group(1)).distinct())
                .allSatisfy(named -> assertThat(tests).filteredOn(test -> ("." + test).endsWith("." + named + ".java")).as(named).hasSize(1));
    }

    @Test
    void whatStandsAgainstThreatsIsShownByTests() throws IOException {
        assertThat(NAMED.matcher(Files.readString(Path.of("SECURITY.md"))).results()).hasSizeGreaterThan(100);
        assertThat(NAMED.matcher(Files.readString(Path.of("docs/asvs.md"))).results()).hasSizeGreaterThan(100);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
