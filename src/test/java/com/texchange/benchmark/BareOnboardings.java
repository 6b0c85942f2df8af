package com.texchange.benchmark;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The same processes on an engine of the same kind, from the invitation to the confirmation, with workers that complete each job
 * at once: what the engine takes for itself, whatever is done in the steps.
 */
final class BareOnboardings implements AutoCloseable {

    private static final List<String> STEPS = List.of("send-invitation", "establish-partnership", "connect-licenses",
            "publish-connections", "confirm-onboarding", "user-task-assigning", "user-task-updating", "user-task-completing",
            "user-task-canceling");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalCamunda camunda;
    private final CamundaClient client;
    /** By onboarding and step: the key of the user task, and when its listener had it. */
    private final Map<String, CompletableFuture<Task>> tasks = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> ends = new ConcurrentHashMap<>();

    private record Task(long key, long at) {
    }

    BareOnboardings(Path folder) {
        camunda = LocalCamunda.builder().dataFolder(folder).build().start();
        client = CamundaClient.newClientBuilder().grpcAddress(camunda.grpcAddress()).restAddress(camunda.restAddress())
                .preferRestOverGrpc(false).numJobWorkerExecutionThreads(16).defaultRequestTimeout(Duration.ofSeconds(20)).build();
        for (String process : List.of("distributor-onboarding", "distributor-registration", "license-connection")) {
            client.newDeployResourceCommand().addResourceFromClasspath("processes/" + process + ".bpmn").send().join();
        }
        STEPS.forEach(step -> client.newWorker().jobType(step).handler((jobs, job) -> complete(jobs, job)).streamEnabled(true).open());
        client.newWorker().jobType("user-task-creating").handler((jobs, job) -> {
            long at = System.nanoTime();
            jobs.newCompleteCommand(job).send().join();
            task(id(job), job.getElementId()).complete(
                    new Task(Long.parseLong(job.getCustomHeaders().get("io.camunda.zeebe:userTaskKey")), at));
        }).streamEnabled(true).open();
    }

    private void complete(JobClient jobs, ActivatedJob job) {
        Map<String, Object> result = switch (job.getType()) {
            case "send-invitation" -> Map.of("onboardingEnded", false);
            case "connect-licenses" -> Map.of("refusedCount", 0);
            case "publish-connections" -> Map.of("connectedCount", 1);
            default -> Map.of();
        };
        jobs.newCompleteCommand(job).variables(result).send().join();
        if (job.getType().equals("confirm-onboarding")) {
            end(id(job)).complete(true);
        }
    }

    /** @return how many milliseconds it took from each click that leads to a user task till its listener had it */
    List<Double> onboard(String id) throws Exception {
        publish("distributor-invited", id, OnboardingVariables.started(id));
        long followed = System.nanoTime();
        publish("invitation-followed", id, OnboardingVariables.followed());
        Task accept = await(task(id, "Task_AcceptInvitation"));
        long accepted = System.nanoTime();
        decide(accept, Map.of("accepted", true));
        Task connect = await(task(id, "Task_ConnectLicenses"));
        decide(connect, Map.of("orderId", "order-" + id));
        await(end(id));
        return List.of((accept.at() - followed) / 1e6, (connect.at() - accepted) / 1e6);
    }

    private void publish(String message, String id, Map<String, Object> variables) {
        client.newPublishMessageCommand().messageName(message).correlationKey(id).messageId(id + message)
                .timeToLive(Duration.ofDays(3)).variables(variables).send().join();
    }

    /** The engine may be about to open it. */
    private void decide(Task task, Map<String, Object> variables) {
        Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class).until(() -> {
                    client.newCompleteUserTaskCommand(task.key()).variables(variables).send().join();
                    return true;
                });
    }

    private CompletableFuture<Task> task(String id, String element) {
        return tasks.computeIfAbsent(element + id, unknown -> new CompletableFuture<>());
    }

    private CompletableFuture<Boolean> end(String id) {
        return ends.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String id(ActivatedJob job) {
        return String.valueOf(job.getVariablesAsMap().get("onboardingId"));
    }

    /** Lets what is left of a round come to its end, which belongs to nobody's time. */
    void awaitIdle() throws Exception {
        camunda.awaitIdle(PATIENCE);
        tasks.clear();
        ends.clear();
    }

    @Override
    public void close() {
        client.close();
        camunda.close();
    }
}
