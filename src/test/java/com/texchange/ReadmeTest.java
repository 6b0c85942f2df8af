package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README says of the code is there. */
class ReadmeTest {

    private static final Pattern CLASS = Pattern.compile("(?<=[`.])([A-Z]\\w+[a-z])(?=[`.])");

    @Test
    void theStopsOfAClickThroughTheCodeExist() throws IOException {
        String walk = Files.readString(Path.of("README.md")).split("### One click through the code")[1].split("\n## ")[0];
        List<String> stops = CLASS.matcher(walk).results().map(stop -> stop.group(1)).distinct().toList();

        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java")).map(name -> name.replace(".java", "")).toList();
            assertThat(stops).hasSizeGreaterThan(20).isSubsetOf(classes);
        }
    }
}
