package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import com.texchange.tasks.TaskSamples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** Jobs as the engine gives them to the application's workers, for tests that have no engine. */
@TestComponent
public class EngineJobs {

    private final Map<String, ProcessWorker> workers;

    EngineJobs(List<ProcessWorker> workers) {
        this.workers = workers.stream().collect(Collectors.toMap(ProcessWorker::jobType, Function.identity()));
    }

    /** Has a job done. @return the variables that the worker completes it with */
    public Map<String, Object> run(String jobType, Map<String, Object> variables) {
        return handle(jobType, new ProcessJob(TaskSamples.nextKey(), "process-of-test", 7, "Task", 8, variables, Map.of()));
    }

    /** Has the jobs of an order done, one after the other. @param order its id */
    public void carryOut(Object order, String... jobTypes) {
        for (String jobType : jobTypes) {
            run(jobType, Map.of("orderId", order.toString()));
        }
    }

    /**
     * Offers a user task to the people of a person's company.
     *
     * @param subjectVariable the process variable that holds the subject
     * @return the task's key
     */
    public long offer(String element, String subjectVariable, UUID subject, Actor of) {
        long task = TaskSamples.nextKey();
        offer(task, element, subjectVariable, subject, of);
        return task;
    }

    public void offer(long task, String element, String subjectVariable, UUID subject, Actor of) {
        handle("user-task-creating", new ProcessJob(TaskSamples.nextKey(), "process-of-test", 7, element, 8,
                Map.of(subjectVariable, subject.toString()), Map.of("io.camunda.zeebe:userTaskKey", Long.toString(task),
                        "io.camunda.zeebe:candidateGroups", "[\"company-" + of.companyId() + "\"]")));
    }

    private Map<String, Object> handle(String jobType, ProcessJob job) {
        return workers.get(jobType).handle(job);
    }
}
