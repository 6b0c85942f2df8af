package com.texchange.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the application and its floors by turns: round by round each of them once, in an order that is turned round every
 * time. Each has run before, so that code is compiled and pages are in memory.
 */
final class Race {

    private static final Logger LOG = LoggerFactory.getLogger(Race.class);
    /** What is quick is repeated for so long, so that chance counts less. */
    private static final Duration LEAST = Duration.ofMillis(Long.getLong("benchmark.least", 1_500));
    private static final int MOST_ROUNDS = 200;
    /** As many rounds of it as it takes till code is compiled, if that does not take too long. */
    private static final int WARM = 60;
    private static final Duration TILL_WARM = LEAST.multipliedBy(3);
    private static final String OURS = "ours";
    /** Lines are left out that have none of this in their names. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("benchmark.only", ""));

    private final int rounds;
    private final Consumer<Line> results;
    private final List<String> differences = new ArrayList<>();

    Race(int rounds, Consumer<Line> results) {
        this.rounds = rounds;
        this.results = results;
    }

    /** Where the two sides did not come to the same. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    /** Says once whether both sides come to the same; a measure of two different things means nothing. */
    void compare(String name, Object ours, Object floor) {
        if (!ours.equals(floor)) {
            differences.add(name + ": " + shortened(ours) + " is not " + shortened(floor));
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    /**
     * @param names  of the lines, one for each value that the contenders give
     * @param floors by what is added to the names
     */
    void run(List<String> names, String unit, Contender ours, Map<String, Contender> floors) throws Exception {
        if (names.stream().noneMatch(Race::isAsked)) {
            return;
        }
        Map<String, Contender> all = all(ours, floors);
        warmUp(all);
        report(names, unit, measure(all, LEAST), floors);
    }

    private static Map<String, Contender> all(Contender ours, Map<String, Contender> floors) {
        Map<String, Contender> all = new LinkedHashMap<>();
        all.put(OURS, ours);
        all.putAll(floors);
        return all;
    }

    private void report(List<String> names, String unit, Map<String, List<double[]>> measured, Map<String, Contender> floors) {
        for (int line = 0; line < names.size(); line++) {
            for (String floor : floors.keySet()) {
                Line result = Line.of(names.get(line) + floor, unit, samples(measured.get(OURS), line),
                        samples(measured.get(floor), line));
                LOG.info("{}", result);
                results.accept(result);
            }
        }
    }

    /**
     * Rows that are read.
     *
     * @param row    what of a row is shown, as the floors give it
     * @param floors by what is added to the name
     */
    <T> void read(String name, Callable<List<T>> ours, Function<T, List<? extends @Nullable Object>> row,
            Map<String, Callable<List<String>>> floors) throws Exception {
        if (!isAsked(name)) {
            return;
        }
        List<String> shown = ours.call().stream().map(row).map(List::toString).toList();
        Map<String, Contender> contenders = new LinkedHashMap<>();
        for (Map.Entry<String, Callable<List<String>>> floor : floors.entrySet()) {
            compare(name + floor.getKey(), shown, floor.getValue().call());
            contenders.put(floor.getKey(), Contender.timed(floor.getValue()::call));
        }
        run(List.of(name), "ms", Contender.timed(ours::call), contenders);
    }

    <T> void read(String name, Callable<List<T>> ours, Function<T, List<? extends @Nullable Object>> row,
            Callable<List<String>> floor) throws Exception {
        read(name, ours, row, Map.of("", floor));
    }

    /** Of what is no time, so that it need not be warm and the fewest rounds are enough. */
    void count(List<String> names, String unit, Contender ours, Contender floor) throws Exception {
        if (names.stream().noneMatch(Race::isAsked)) {
            return;
        }
        Map<String, Contender> floors = Map.of("", floor);
        ours.round();
        floor.round();
        report(names, unit, measure(all(ours, floors), Duration.ZERO), floors);
    }

    private static boolean isAsked(String name) {
        return ONLY.matcher(name).find();
    }

    private static void warmUp(Map<String, Contender> all) throws Exception {
        long end = System.nanoTime() + TILL_WARM.toNanos();
        int round = 0;
        do {
            for (Contender one : all.values()) {
                one.round();
            }
        } while (++round < WARM && System.nanoTime() < end);
    }

    private Map<String, List<double[]>> measure(Map<String, Contender> all, Duration least) throws Exception {
        Map<String, List<double[]>> measured = new HashMap<>();
        List<String> order = new ArrayList<>(all.keySet());
        long end = System.nanoTime() + least.toNanos();
        for (int round = 0; round < rounds || round < MOST_ROUNDS && System.nanoTime() < end; round++) {
            for (String one : round % 2 == 0 ? order : order.reversed()) {
                measured.computeIfAbsent(one, ignored -> new ArrayList<>()).add(all.get(one).round());
            }
        }
        return measured;
    }

    private static Samples samples(List<double[]> rounds, int line) {
        return new Samples(rounds.stream().map(values -> values[line]).toList());
    }
}
