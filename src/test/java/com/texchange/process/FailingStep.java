package com.texchange.process;

import com.texchange.common.Actor;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;

/** A process of a test's own with one step, which bears the name of a real one and fails as long as it is told to. */
public final class FailingStep implements AutoCloseable {

    public static final String ELEMENT = "Task_SendInvitation";
    private final String id = "failing-" + UUID.randomUUID();
    private final CamundaClient client;
    private final AtomicInteger handled = new AtomicInteger();
    private final JobWorker worker;
    private volatile RuntimeException failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** @param failure what the step fails with */
    public FailingStep(CamundaClient client, ApplicationEventPublisher events, RuntimeException failure) {
        this.client = client;
        this.failure = failure;
        client.newDeployResourceCommand().addProcessModel(Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask(ELEMENT, task -> task.zeebeJobType(id).zeebeJobRetries("1"))
                .endEvent().done(), id + ".bpmn").send().join();
        JobAdapter adapter = new JobAdapter(ProcessWorker.of(id, this::handle), ProcessTexts.failureWords(), Duration.ofMillis(100),
                Duration.ofSeconds(30), events);
        worker = client.newWorker().jobType(id).handler(adapter::handle).open();
    }

    private Map<String, Object> handle(ProcessJob job) {
        handled.incrementAndGet();
        awaitGate();
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return Map.of();
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the step is not done with its work until the latch lets it. */
    public void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    /** @return the key of the process instance */
    public long start(Map<String, Object> variables) {
        return client.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().variables(variables).send().join()
                .getProcessInstanceKey();
    }

    /** From now on the step succeeds. */
    public void mend() {
        failure = null;
    }

    public int handled() {
        return handled.get();
    }

    /** The failed step of a process instance, as process managers see it. */
    public static Optional<FailedStep> of(long instance, FailedSteps steps, Actor actor) {
        return steps.first(200, actor).steps().stream()
                .filter(step -> step.place().processInstanceKey() == instance).findFirst();
    }

    @Override
    public void close() {
        worker.close();
    }
}
