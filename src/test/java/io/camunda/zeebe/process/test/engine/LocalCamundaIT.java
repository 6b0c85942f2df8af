package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCamundaIT {

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> LocalCamunda.builder().grpcPort(port).build().start())
                    .withMessageContaining("gRPC")
                    .withMessageContaining(Integer.toString(port))
                    .satisfies(taken -> assertThat(taken.port()).isEqualTo(port));
            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> LocalCamunda.builder().restPort(port).build().start())
                    .withMessageContaining("REST")
                    .withMessageContaining(Integer.toString(port));
        }
    }

    @Test
    @SuppressWarnings("deprecation") // The only way to ask one client for both.
    void bothTopologiesDescribeOneHealthyBroker() {
        try (var camunda = LocalCamunda.builder().build().start();
                var session = new EngineSession(camunda)) {
            var overGrpc = session.client().newTopologyRequest().useGrpc().send().join();
            var overRest = session.client().newTopologyRequest().useRest().send().join();

            assertThat(overGrpc.getBrokers()).hasSize(1);
            assertThat(overRest.getBrokers()).singleElement().satisfies(broker -> {
                assertThat(broker.getPort()).isEqualTo(camunda.grpcAddress().getPort());
                assertThat(broker.getPartitions()).hasSize(1);
            });
            assertThat(overRest.getGatewayVersion()).isEqualTo(overGrpc.getGatewayVersion()).startsWith("8.8");
        }
    }

    @Test
    void closingEndsItsThreadsAndLeavesNothingButTheLogAndASnapshot(@TempDir Path folder) throws Exception {
        startLibrariesThreads();
        var temporaryFolders = temporaryFolders();
        var engines = new ThreadGroup("engines");

        in(engines, () -> {
            var kept = LocalCamunda.builder().dataFolder(folder).build().start();
            var temporary = LocalCamunda.builder().build().start();
            assertThat(folder.resolve("state")).isDirectory();
            assertThat(threads(engines)).as("threads of two engines")
                    .anyMatch(name -> name.startsWith("zb-actors"))
                    .anyMatch(name -> name.startsWith("local-camunda"));

            kept.close();
            temporary.close();
            temporary.close();
            return null;
        });

        assertThat(folder).isDirectoryNotContaining(
                path -> !path.getFileName().toString().matches("log(\\.lock|-\\d+)?|snapshot-\\d+"));
        assertThat(temporaryFolders()).isEqualTo(temporaryFolders);
        await().untilAsserted(() -> assertThat(threads(engines)).isEmpty());
    }

    @Test
    void twoEnginesSideBySideDoNotMixTheirAnswers() {
        try (var first = LocalCamunda.builder().build().start();
                var second = LocalCamunda.builder().build().start();
                var one = new EngineSession(first);
                var other = new EngineSession(second)) {
            var process = Bpmn.createExecutableProcess("p").startEvent().endEvent().done();
            one.deploy("p", process);

            var key = one.start("p", Map.of());

            assertThat(key).isPositive();
            assertThat(catchThrowable(() -> other.start("p", Map.of())))
                    .hasMessageContaining("NOT_FOUND");
        }
    }

    @Test
    void timeOnlyMovesForwardByWhatIsAdded() {
        try (var camunda = LocalCamunda.builder().build().start()) {
            assertThat(camunda.now()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));

            camunda.increaseTime(Duration.ofDays(90));

            assertThat(camunda.now())
                    .isCloseTo(Instant.now().plus(90, ChronoUnit.DAYS), within(2, ChronoUnit.SECONDS));
        }
    }

    /** By default a server turns a client away at its third sign of life within five minutes. */
    @Test
    @Tag("faults")
    void aClientThatGivesSignsOfLifeIsNotTurnedAway() {
        try (var camunda = LocalCamunda.builder().build().start()) {
            var channel = ManagedChannelBuilder.forAddress(camunda.grpcAddress().getHost(), camunda.grpcAddress().getPort())
                    .usePlaintext()
                    .keepAliveTime(10, TimeUnit.SECONDS)
                    .keepAliveWithoutCalls(true)
                    .build();
            try {
                channel.getState(true);
                await().until(() -> channel.getState(false) == ConnectivityState.READY);

                await().during(Duration.ofSeconds(45)).atMost(Duration.ofSeconds(60))
                        .until(() -> channel.getState(false) == ConnectivityState.READY);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void itStartsOnlyOnceAndHasNoAddressBefore() {
        try (var camunda = LocalCamunda.builder().build()) {
            assertThatIllegalStateException().isThrownBy(camunda::grpcAddress);
            camunda.start();

            assertThatIllegalStateException().isThrownBy(camunda::start);
        }
    }

    /** A library's own threads are started once, by the first engine of this JVM, and stay. */
    private static void startLibrariesThreads() {
        LocalCamunda.builder().build().start().close();
    }

    /**
     * Does something in a group of threads of its own: each thread belongs to the group of the one that made it, so
     * that threads of the other tests' products, which come and go meanwhile, are told apart.
     */
    private static void in(ThreadGroup group, Callable<?> deed) throws Exception {
        var task = new FutureTask<>(deed);
        new Thread(group, task, "starts-and-ends-engines").start();
        task.get();
    }

    /** What gRPC shares between all channels and servers of this JVM ends by itself, once nobody has used it for long. */
    private static Set<String> threads(ThreadGroup group) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() == group)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("grpc-default-executor"))
                .collect(Collectors.toSet());
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("local-camunda"))
                    .collect(Collectors.toSet());
        }
    }
}
