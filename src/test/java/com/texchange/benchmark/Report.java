package com.texchange.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of all benchmarks of a run: a table for people, and files in {@code target/benchmark}. */
@TestComponent
class Report {

    private static final Path FOLDER = Path.of("target", "benchmark");

    /** Of all contexts that a run has. */
    private static final List<Line> RUN = new ArrayList<>();

    private final Map<String, Line> tenths = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int written;

    /** @param tenth whether it was measured with a tenth of the data */
    void add(Line line, boolean tenth) {
        if (tenth) {
            tenths.put(line.name(), line);
        } else {
            Line small = tenths.get(line.name());
            lines.add(small == null ? line : line.grownFrom(small));
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    String json() {
        return json(lines);
    }

    private static String json(List<Line> lines) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(lines);
    }

    String table() {
        return table(lines);
    }

    private static String table(List<Line> lines) {
        return lines.stream().map(Report::row).collect(Collectors.joining("\n", """
                | measure | unit | ours | p95 | floor | p95 | ours ÷ floor | spread | rounds | ÷ with a tenth of the data |
                |---|---|---|---|---|---|---|---|---|---|
                """, "\n"));
    }

    private static String row(Line line) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %d | %s |".formatted(line.name(), line.unit(), number(line.ours()),
                number(line.oursP95()), number(line.floor()), number(line.floorP95()), number(line.ratio()),
                Math.round(line.spread() * 100) + " %", line.runs(), number(line.growth()));
    }

    /** Three digits before the point or after it, not more. */
    static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f",
                Objects.requireNonNull(value));
    }

    /** Where nothing was added, what an earlier run has left stays. */
    void write() throws IOException {
        if (!lines.isEmpty()) {
            Files.createDirectories(FOLDER);
            synchronized (RUN) {
                RUN.addAll(lines.subList(written, lines.size()));
                written = lines.size();
                Files.writeString(FOLDER.resolve("results.json"), json(RUN));
                Files.writeString(FOLDER.resolve("table.md"), table(RUN));
            }
        }
    }
}
