package com.texchange.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** A declared table: one line for a method or an address, one sign for each that may come. */
final class AccessTable {

    private static final int WIDTH = 112;

    private AccessTable() {
    }

    /** By what each line begins with. */
    static Map<String, String> declared(String file) {
        return lines(file).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toMap(AccessTable::what, AccessTable::signs, (a, b) -> {
                    throw new AssertionError("declared twice");
                }, TreeMap::new));
    }

    static String lines(String file) {
        try {
            return new ClassPathResource("access/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the declared one, for whoever adds a line or wonders. */
    static void write(String file, Map<String, String> observed) {
        try {
            Path folder = Files.createDirectories(Path.of("target/access"));
            Files.writeString(folder.resolve(file), observed.entrySet().stream().map(line -> line(line.getKey(), line.getValue()))
                    .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String what, String signs) {
        return what + " ".repeat(Math.max(1, WIDTH - what.length())) + String.join("  ", signs.split(""));
    }

    private static String what(String line) {
        return line.substring(0, border(line)).strip();
    }

    private static String signs(String line) {
        return line.substring(border(line)).replace(" ", "");
    }

    /** Behind the parameters, or the address. */
    private static int border(String line) {
        return line.contains(")") ? line.lastIndexOf(')') + 1 : line.indexOf("  ");
    }
}
