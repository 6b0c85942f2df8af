package com.texchange.benchmark;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The start of the quick start's engine until it answers its first command, on what many onboardings have left, which all ended, and
 * on an empty log. {@code -Dbenchmark.engine-onboardings} says how many.
 */
@Benchmark
class EngineStartBenchmarkIT {

    private static final int ONBOARDINGS = Integer.getInteger("benchmark.engine-onboardings", 2_000);
    private static final int AT_ONCE = 64;
    private static final List<String> STEPS = List.of("send-invitation", "establish-partnership", "connect-licenses",
            "publish-connections", "confirm-onboarding", "user-task-assigning", "user-task-updating", "user-task-completing",
            "user-task-canceling");
    @Autowired
    Report report;
    @TempDir
    Path temporary;
    private final Semaphore underWay = new Semaphore(AT_ONCE);
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void start() throws Exception {
        Path empty = temporary.resolve("empty");
        LocalCamunda.builder().dataFolder(empty).build().start().close();

        race(temporary.resolve("tenth"), ONBOARDINGS / 10, empty, true);
        race(temporary.resolve("full"), ONBOARDINGS, empty, false);

        report.write();
        System.out.println(report.table());
    }

    private void race(Path full, int onboardings, Path empty, boolean tenth) throws Exception {
        Path killed = full.resolveSibling(full.getFileName() + "-killed");
        try (LocalCamunda camunda = LocalCamunda.builder().dataFolder(full).build().start()) {
            onboard(camunda, onboardings);
            copy(full, killed);
        }
        Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, tenth));
        race.run(List.of("engine's start after %,d onboardings".formatted(ONBOARDINGS)), "ms", started(full),
                Map.of(" ÷ on an empty log", started(empty)));
        race.run(List.of("engine's start after %,d onboardings and a kill".formatted(ONBOARDINGS)), "ms", started(killed),
                Map.of(" ÷ on an empty log", started(empty)));
    }

    /** On a copy, because the start itself changes what is there. */
    private Contender started(Path folder) {
        return () -> {
            Path copy = Files.createTempDirectory(temporary, "copy").resolve("engine");
            copy(folder, copy);
            LocalCamunda camunda = LocalCamunda.builder().dataFolder(copy).build();
            try {
                return new double[] {Contender.millis(() -> {
                    camunda.start();
                    try (CamundaClient client = client(camunda)) {
                        client.newPublishMessageCommand().messageName("nobody-waits").correlationKey("1").send().join();
                    }
                })};
            } finally {
                camunda.close();
            }
        };
    }

    /** Each from the invitation to the confirmation, as the application would. */
    private void onboard(LocalCamunda camunda, int onboardings) throws Exception {
        try (CamundaClient client = client(camunda); ExecutorService people = Executors.newFixedThreadPool(16)) {
            for (String process : List.of("distributor-onboarding", "distributor-registration", "license-connection")) {
                client.newDeployResourceCommand().addResourceFromClasspath("processes/" + process + ".bpmn").send().join();
            }
            STEPS.forEach(step -> client.newWorker().jobType(step).handler(answering(step)).streamEnabled(true).open());
            client.newWorker().jobType("user-task-creating").handler((jobs, job) -> {
                jobs.newCompleteCommand(job).send().join();
                people.execute(() -> decide(client, job));
            }).streamEnabled(true).open();
            ended.set(0);
            for (int i = 0; i < onboardings; i++) {
                underWay.acquire();
                String id = "onboarding-" + i;
                client.newPublishMessageCommand().messageName("distributor-invited").correlationKey(id)
                        .variables(OnboardingVariables.started(id)).send().join();
                client.newPublishMessageCommand().messageName("invitation-followed").correlationKey(id)
                        .timeToLive(Duration.ofMinutes(10)).variables(OnboardingVariables.followed()).send().join();
            }
            await().atMost(Duration.ofMinutes(10)).until(() -> ended.get() == onboardings);
            camunda.awaitIdle(Duration.ofMinutes(1));
        }
    }

    private JobHandler answering(String step) {
        return (jobs, job) -> {
            Map<String, Object> result = switch (step) {
                case "send-invitation" -> Map.of("onboardingEnded", false);
                case "connect-licenses" -> Map.of("refusedCount", 0);
                case "publish-connections" -> Map.of("connectedCount", 2);
                default -> Map.of();
            };
            jobs.newCompleteCommand(job).variables(result).send().join();
            if (step.equals("confirm-onboarding")) {
                ended.incrementAndGet();
                underWay.release();
            }
        };
    }

    /** The task is there in a moment. */
    private static void decide(CamundaClient client, ActivatedJob job) {
        long task = Long.parseLong(job.getCustomHeaders().get("io.camunda.zeebe:userTaskKey"));
        await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(ClientException.class).until(() -> {
                    client.newCompleteUserTaskCommand(task).variables(Map.of("accepted", true, "orderId", "order-1")).send().join();
                    return true;
                });
    }

    private static CamundaClient client(LocalCamunda camunda) {
        return CamundaClient.newClientBuilder().grpcAddress(camunda.grpcAddress()).restAddress(camunda.restAddress())
                .preferRestOverGrpc(false).numJobWorkerExecutionThreads(16).defaultRequestTimeout(Duration.ofSeconds(20)).build();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
