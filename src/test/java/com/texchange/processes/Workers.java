package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The application's workers, played by a test: one for every job type of the processes, listeners included. Each
 * answers as told, remembers its jobs, and ends with the client that Camunda Process Test gave the test.
 */
final class Workers {

    private static final List<String> JOB_TYPES = List.of("send-invitation", "send-reminder", "expire-invitation",
            "revoke-invitation", "close-rejected", "notify-declined", "establish-partnership", "remind-connection",
            "confirm-onboarding", "open-account", "notify-rejected", "escalate-registration", "connect-licenses",
            "publish-connections", "disconnect-licenses", "confirm-disconnection", "move-licenses", "confirm-move",
            "settle-grant-request", "user-task-creating", "user-task-assigning", "user-task-updating",
            "user-task-completing", "user-task-canceling");
    private static final Duration POLL = Duration.ofMillis(50);

    private final CamundaClient client;
    private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
    private final Map<String, List<ActivatedJob>> jobs = new ConcurrentHashMap<>();

    /** All complete their jobs without variables, until told otherwise. */
    Workers(CamundaClient client) {
        this.client = client;
        JOB_TYPES.forEach(this::open);
    }

    private void open(String jobType) {
        jobs.put(jobType, new CopyOnWriteArrayList<>());
        answer(jobType, Map.of());
        client.newWorker().jobType(jobType).handler((answers, job) -> {
            jobs.get(jobType).add(job);
            handlers.get(jobType).handle(answers, job);
        }).pollInterval(POLL).open();
    }

    /** Completes the jobs of a type with these variables from now on. */
    void answer(String jobType, Map<String, Object> variables) {
        handle(jobType, (answers, job) -> answers.newCompleteCommand(job).variables(variables).send().join());
    }

    /** Completes the jobs of a type with one set of variables after the other; the last one stays. */
    void answerInTurn(String jobType, Map<String, Object> first, Map<String, Object> later) {
        handle(jobType, (answers, job) -> answers.newCompleteCommand(job)
                .variables(jobs(jobType).size() == 1 ? first : later).send().join());
    }

    /** Takes the jobs of a type and keeps them until {@link #complete}. */
    void hold(String jobType) {
        handle(jobType, (answers, job) -> { });
    }

    /** Gives the jobs of a type up, so that they become incidents. */
    void failWithoutRetries(String jobType) {
        handle(jobType, (answers, job) -> answers.newFailCommand(job).retries(0)
                .errorMessage("the test gives up").send().join());
    }

    /** Answers the jobs of a type with a BPMN error. */
    void throwError(String jobType, String errorCode) {
        handle(jobType, (answers, job) -> answers.newThrowErrorCommand(job).errorCode(errorCode).send().join());
    }

    private void handle(String jobType, JobHandler handler) {
        assertThat(JOB_TYPES).contains(jobType);
        handlers.put(jobType, handler);
    }

    /** The jobs of a type so far, in the order in which they were taken. */
    List<ActivatedJob> jobs(String jobType) {
        return List.copyOf(jobs.get(jobType));
    }

    /** Waits for the first job of a type. */
    ActivatedJob job(String jobType) {
        await().atMost(ProcessEngine.PATIENCE).until(() -> !jobs(jobType).isEmpty());
        return jobs(jobType).getFirst();
    }

    void complete(ActivatedJob job) {
        client.newCompleteCommand(job).send().join();
    }
}
