package com.texchange.process;

import com.texchange.common.Backoff;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.CompleteJobCommandStep1;
import io.camunda.client.api.command.FailJobCommandStep1.FailJobCommandStep2;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Turns the result of a handler into the answer to the engine: completed, BPMN error, or failed with a backoff. */
class JobAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(JobAdapter.class);
    /** What the BPMN files give each job; tells from the retries left how often it has failed. */
    static final int RETRIES_IN_MODEL = 5;
    private static final Duration MAX_RETRY_BACKOFF = Duration.ofMinutes(10);
    /** While the application stops it does not wait for the engine longer than that. */
    private static final int ANSWER_ATTEMPTS = 5;
    private static final Set<Status.Code> ANSWER_AGAIN = Set.of(
            Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    private final ProcessWorker worker;
    private final FailureWords words;
    private final Backoff jobBackoff;
    private final Backoff answerBackoff;
    private final Duration jobTimeout;
    private final ApplicationEventPublisher events;
    private volatile boolean stopping;

    JobAdapter(ProcessWorker worker, FailureWords words, Duration retryBackoff, Duration jobTimeout,
            ApplicationEventPublisher events) {
        this(worker, words, retryBackoff, new Backoff(Duration.ofMillis(200), 2, Duration.ofSeconds(1)), jobTimeout, events);
    }

    /** @param jobTimeout for so long the job is this worker's, and the engine takes its answer */
    JobAdapter(ProcessWorker worker, FailureWords words, Duration retryBackoff, Backoff answerBackoff,
            Duration jobTimeout, ApplicationEventPublisher events) {
        this.worker = worker;
        this.words = words;
        this.jobBackoff = new Backoff(retryBackoff, 4, MAX_RETRY_BACKOFF);
        this.answerBackoff = answerBackoff;
        this.jobTimeout = jobTimeout;
        this.events = events;
    }

    /** From now on an engine that is away is not waited for. */
    void stop() {
        stopping = true;
    }

    void start() {
        stopping = false;
    }

    void handle(JobClient client, ActivatedJob job) {
        long begun = System.nanoTime();
        Map<String, Object> result;
        try {
            result = worker.handle(processJob(job));
        } catch (BpmnErrorException refusal) {
            LOG.info("{} ends in BPMN error '{}': {}", name(job), refusal.code(), refusal.getMessage());
            answer(client, job, () -> client.newThrowErrorCommand(job)
                    .errorCode(refusal.code())
                    .errorMessage(String.valueOf(refusal.getMessage())));
            return;
        } catch (Exception e) {
            if (DatabaseAway.isCauseOf(e)) {
                putOff(client, job, e);
            } else {
                fail(client, job, begun, e);
            }
            return;
        }
        if (answer(client, job, () -> complete(client, job, result))) {
            tellEnd(job, true, begun);
        }
    }

    private void tellEnd(ActivatedJob job, boolean succeeded, long begun) {
        if (job.getRetries() <= 1) {
            events.publishEvent(new LastTryEnded(job.getKey(), succeeded, begun));
        }
    }

    /** Gives a job back that was not begun, at once and without using up a retry. */
    void handBack(JobClient client, ActivatedJob job) {
        client.newFailCommand(job)
                .retries(job.getRetries())
                .errorMessage("Not begun: the application stops")
                .send();
    }

    /** Sets no variables when there are none: the engine wants none from a task listener. */
    private static FinalCommandStep<?> complete(JobClient client, ActivatedJob job, Map<String, Object> result) {
        CompleteJobCommandStep1 command = client.newCompleteCommand(job);
        if (result.get(ProcessWorker.DUE_DATE) instanceof String date) {
            return command.withResult(answer -> answer.forUserTask().correctDueDate(date));
        }
        return result.isEmpty() ? command : command.variables(result);
    }

    /**
     * Without using up a retry: a database that is away comes back by itself, and there is nothing for a process manager to
     * mend in each step that was due meanwhile. The pause need not grow, since threads bound how many steps try at once.
     */
    private void putOff(JobClient client, ActivatedJob job, Exception e) {
        Duration wait = jobBackoff.after(1);
        LOG.warn("{} failed, the database cannot be used now, again in {}: {}", name(job), wait, message(e));
        answer(client, job, () -> client.newFailCommand(job)
                .retries(job.getRetries())
                .retryBackoff(wait)
                .errorMessage(words.of(job.getVariablesAsMap(), e)));
    }

    private static String message(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private void fail(JobClient client, ActivatedJob job, long begun, Exception e) {
        int left = Math.max(0, job.getRetries() - 1);
        Duration wait = jobBackoff.after(Math.max(1, RETRIES_IN_MODEL - left));
        if (left == 0) {
            LOG.error("{} failed, no retries left: an incident in Camunda waits for a process manager", name(job), e);
        } else {
            LOG.warn("{} failed, {} retries left, again in {}: {}", name(job), left, wait,
                    message(e));
            LOG.debug("{} failed", name(job), e);
        }
        if (answer(client, job, () -> failure(client, job, left, wait, e))) {
            tellEnd(job, false, begun);
        }
    }

    /** The cause is left with the step when it stands still, for whoever has to mend it. */
    private FinalCommandStep<?> failure(JobClient client, ActivatedJob job, int left, Duration wait, Exception e) {
        FailJobCommandStep2 command = client.newFailCommand(job)
                .retries(left)
                .retryBackoff(wait)
                .errorMessage(words.of(job.getVariablesAsMap(), e));
        return left > 0 ? command : command.variables(Map.of(FailureCause.VARIABLE, FailureCause.of(e).name()));
    }

    /**
     * The handler's effects are committed by now. If the engine cannot be told in time it gives the job out again, which
     * costs a job that ended just before a short outage more time than the outage.
     *
     * @return whether the engine has taken it
     */
    private boolean answer(JobClient client, ActivatedJob job, Supplier<FinalCommandStep<?>> command) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                command.get().send().join();
                return true;
            } catch (ClientException e) {
                if (!isWorthRepeating(e) || isTooLate(begun, attempt) || !pause(attempt)) {
                    giveUp(client, job, e);
                    return false;
                }
            }
        }
    }

    private boolean isTooLate(long begun, int attempt) {
        return stopping ? attempt >= ANSWER_ATTEMPTS : System.nanoTime() - begun > jobTimeout.toNanos();
    }

    private void giveUp(JobClient client, ActivatedJob job, ClientException e) {
        Status.Code code = code(e);
        if (code == Status.Code.NOT_FOUND) {
            LOG.warn("{} is gone in Camunda: canceled, or given to another worker", name(job));
        } else if (code == Status.Code.INVALID_ARGUMENT) {
            LOG.error("Camunda does not accept the answer to {}: {}", name(job), Failure.reason(e));
            client.newFailCommand(job)
                    .retries(Math.max(0, job.getRetries() - 1))
                    .retryBackoff(jobBackoff.first())
                    .errorMessage("The worker's answer was not accepted: " + Failure.reason(e))
                    .send();
        } else {
            LOG.warn("Camunda was not told the result of {}, which runs again after its timeout: {}", name(job),
                    Failure.reason(e));
        }
    }

    private boolean pause(int attempt) {
        try {
            Thread.sleep(answerBackoff.after(attempt));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isWorthRepeating(ClientException e) {
        return ANSWER_AGAIN.contains(code(e));
    }

    private static Status.Code code(ClientException e) {
        return e instanceof ClientStatusException status ? status.getStatusCode() : Status.Code.UNKNOWN;
    }

    private static ProcessJob processJob(ActivatedJob job) {
        return new ProcessJob(job.getKey(), job.getBpmnProcessId(), job.getProcessInstanceKey(),
                job.getElementId(), job.getElementInstanceKey(), job.getVariablesAsMap(), job.getCustomHeaders());
    }

    /** With the business ids among the variables, by which the log can be searched. */
    private static String name(ActivatedJob job) {
        String ids = job.getVariablesAsMap().entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("Id") && variable.getValue() != null)
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return "Job %d '%s' of %s in instance %d [%s]".formatted(job.getKey(), job.getType(), job.getElementId(),
                job.getProcessInstanceKey(), ids);
    }
}
