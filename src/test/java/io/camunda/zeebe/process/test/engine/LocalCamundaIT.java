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
    void closingEndsItsThreadsAndLeavesNothingButTheLogAndASnapshot(@TempDir Path folder) throws IOException {
        var before = threads();
        var temporaryFolders = temporaryFolders();
        var kept = LocalCamunda.builder().dataFolder(folder).build().start();
        var temporary = LocalCamunda.builder().build().start();
        assertThat(folder.resolve("state")).isDirectory();

        kept.close();
        temporary.close();
        temporary.close();

        assertThat(folder).isDirectoryNotContaining(
                path -> !path.getFileName().toString().matches("log(\\.lock|-\\d+)?|snapshot-\\d+"));
        assertThat(temporaryFolders()).isEqualTo(temporaryFolders);
        await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
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

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + "#" + thread.threadId())
                .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("awaitility"))
                .collect(Collectors.toSet());
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("local-camunda"))
                    .collect(Collectors.toSet());
        }
    }
}
