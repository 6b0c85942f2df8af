package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.local.LocalServers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A process that runs the application; what it writes is in {@code target/faults}. */
final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLED = 128 + 9;
    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the application on the servers and returns at once.
     *
     * @param properties of the application, before those that a short test needs
     */
    static ChildJvm launch(String name, LocalServers servers, Map<String, ?> properties) {
        Map<String, Object> all = new LinkedHashMap<>(servers.properties());
        all.put("server.port", 0);
        all.put("db-scheduler.scheduler-name", name);
        all.put("db-scheduler.polling-interval", "200ms");
        // A killed instance's durable tasks are taken up after four seconds, and not after minutes.
        all.put("db-scheduler.heartbeat-interval", "1s");
        all.put("db-scheduler.missed-heartbeats-limit", 4);
        all.put("spring.datasource.hikari.maximum-pool-size", 10);
        all.putAll(properties);
        return launch(name, ChildApplication.class, all);
    }

    /** Starts a program with properties as its arguments, and returns at once. */
    static ChildJvm launch(String name, Class<?> program, Map<String, ?> properties) {
        try {
            Path output = Files.createDirectories(Path.of("target", "faults")).resolve(name + ".log");
            return new ChildJvm(new ProcessBuilder(command(program, properties)).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Class<?> program, Map<String, ?> properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8",
                "-cp", classPath(), program.getName()));
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    /** Each entry once: Failsafe names the classes twice, and the application would find two of each process file. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    ChildJvm awaitReady() {
        awaitTold(ChildApplication.READY);
        return this;
    }

    /** Waits for a line that the child tells. */
    void awaitTold(String line) {
        await(line).atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as("child is running, see %s", output).isTrue();
            return told().contains(line);
        });
    }

    /** What the child has told so far. */
    List<String> told() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith(ChildApplication.TOLD))
                    .map(line -> line.substring(ChildApplication.TOLD.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that begin so. */
    List<String> told(String beginning) {
        return told().stream().filter(line -> line.startsWith(beginning)).toList();
    }

    /** Asks it to stop, as Ctrl+C does, and waits until it has. */
    void stop() {
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** All that it wrote. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: nothing in the child runs any more, no shutdown hook either. */
    void kill() {
        try {
            assertThat(process.destroyForcibly().waitFor()).as("exit code of %s", output).isEqualTo(KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
