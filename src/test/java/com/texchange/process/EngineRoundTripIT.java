package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.testing.IntegrationTest;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.TaskListenerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** Commands, workers and user tasks against the engine that the shared services provide. */
@IntegrationTest
class EngineRoundTripIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    CamundaClient client;

    @Autowired
    EngineCommands commands;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CamundaHealthIndicator health;

    @Autowired
    CamundaProperties properties;

    @Autowired
    FailureWords words;

    @Autowired
    ConfigurableApplicationContext context;

    private final String id = "trip-" + UUID.randomUUID();
    private final List<ProcessJob> done = new CopyOnWriteArrayList<>();
    private final List<ProcessJob> listened = new CopyOnWriteArrayList<>();
    private final AtomicInteger failuresLeft = new AtomicInteger(1);
    private JobWorkers workers;

    @BeforeEach
    void deployAndWork() {
        client.newDeployResourceCommand().addProcessModel(process(), id + ".bpmn").send().join();
        workers = new JobWorkers(client, fast(), new EngineReachability(event -> { }), new TakenJobs(fast()), List.of(
                worker(id + "-step", this::step),
                worker(id + "-creating", job -> {
                    listened.add(job);
                    return Map.of();
                })), words, context);
        workers.start();
        workers.recognized(new EngineRecognized());
    }

    @AfterEach
    void stopWorking() {
        workers.stop();
    }

    @Test
    void leadsFromAMessageOverAFailingStepToACompletedUserTask() {
        give(() -> commands.publish(new ProcessMessage(id, id, id, Map.of("onboardingId", id))));

        await().atMost(PATIENCE).until(() -> listened.size() == 1);
        long task = userTaskKey(listened.getFirst());
        assertThat(failuresLeft).hasValue(-1);
        give(() -> commands.assignTask(task, "an-account"));
        give(() -> commands.completeTask(task, Map.of("accepted", true)));

        await().atMost(PATIENCE).until(() -> done.size() == 2);
        assertThat(done.getLast().variables()).containsEntry("accepted", true).containsEntry("count", 1);
    }

    @Test
    void endsInABpmnErrorWhenTheHandlerRefuses() {
        give(() -> commands.publish(new ProcessMessage(id, id, id, Map.of("refuse", true))));

        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(done).extracting(ProcessJob::elementId).contains("after_refusal"));
    }

    @Test
    void tellsThatAUserTaskIsGone() {
        List<UserTaskGone> gone = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<UserTaskGone>> listener = event -> gone.add(event.getPayload());
        context.addApplicationListener(listener);
        try {
            give(() -> commands.completeTask(4503599627370497L, Map.of()));
            await().atMost(PATIENCE).untilAsserted(() ->
                    assertThat(gone).contains(new UserTaskGone(4503599627370497L)));
        } finally {
            context.removeApplicationListener(listener);
        }
    }

    @Test
    void reportsAHealthyEngine() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private Map<String, Object> step(ProcessJob job) {
        if (Boolean.TRUE.equals(job.variables().get("refuse")) && job.elementId().equals("first")) {
            throw new BpmnErrorException("refused", "the test refuses");
        }
        if (failuresLeft.getAndDecrement() > 0) {
            throw new IllegalStateException("the test fails once");
        }
        done.add(job);
        return Map.of("count", done.size());
    }

    private static long userTaskKey(ProcessJob listener) {
        return Long.parseLong(listener.headers().get("io.camunda.zeebe:userTaskKey"));
    }

    private void give(Runnable action) {
        transaction.executeWithoutResult(status -> action.run());
    }

    private BpmnModelInstance process() {
        return Bpmn.createExecutableProcess(id)
                .startEvent().message(message -> message.name(id))
                .serviceTask("first", task -> task.zeebeJobType(id + "-step").zeebeJobRetries("5"))
                .boundaryEvent("refusal", event -> event.error("refused"))
                .serviceTask("after_refusal", task -> task.zeebeJobType(id + "-step").zeebeJobRetries("5"))
                .endEvent()
                .moveToActivity("first")
                .userTask("decide", task -> task.zeebeUserTask()
                        .zeebeTaskListener(listener -> creating(listener)))
                .serviceTask("last", task -> task.zeebeJobType(id + "-step").zeebeJobRetries("5"))
                .endEvent()
                .done();
    }

    private void creating(TaskListenerBuilder listener) {
        listener.creating().type(id + "-creating").retries("5");
    }

    private CamundaProperties fast() {
        return new CamundaProperties(properties.grpcAddress(), properties.restAddress(), null, null, null, null,
                properties.jobTimeout(), properties.maxJobsActive(), properties.executionThreads(),
                properties.messageTtl(), properties.requestTimeout(), Duration.ofMillis(100), properties.drainTimeout(),
                false);
    }

    private static ProcessWorker worker(String jobType, Function<ProcessJob, Map<String, Object>> handler) {
        return ProcessWorker.of(jobType, handler);
    }
}
