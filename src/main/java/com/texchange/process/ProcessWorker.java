package com.texchange.process;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An automatic step. Every bean of this type becomes one Camunda job worker; the adapter completes the job with the
 * returned variables after the handler's transaction has committed, turns {@link BpmnErrorException} into a BPMN error
 * and any other exception into a failed job with backoff.
 *
 * <p>Jobs run at least once: a handler must converge when it runs again for the same business id and stage. It makes no
 * engine or SMTP call inside a transaction.
 *
 * @param jobType the job type in the BPMN files, kebab-case; each type has exactly one worker
 * @param handler gives the variables to complete the job with; of task listeners {@link #DUE_DATE} alone or nothing, since they
 *                may set none
 */
public record ProcessWorker(String jobType, Function<ProcessJob, Map<String, Object>> handler) {

    /** In the result of a task listener: the date, by ISO 8601, that the task shall have instead of the process's. */
    public static final String DUE_DATE = "user-task:due-date";

    /** A worker whose step has something to tell the process. */
    public static ProcessWorker of(String jobType, Function<ProcessJob, Map<String, Object>> handler) {
        return new ProcessWorker(jobType, handler);
    }

    /** A worker that sets no variables; those of task listeners may not. */
    public static ProcessWorker withoutResult(String jobType, Consumer<ProcessJob> step) {
        return of(jobType, job -> {
            step.accept(job);
            return Map.of();
        });
    }

    /** @return the variables to complete the job with */
    public Map<String, Object> handle(ProcessJob job) {
        return handler.apply(job);
    }
}
