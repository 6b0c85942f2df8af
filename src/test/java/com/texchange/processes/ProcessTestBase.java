package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The processes are deployed and their task listeners answered; steps are answered as each test says. */
abstract class ProcessTestBase {

    static final String ONBOARDING = "distributor-onboarding";
    static final String REGISTRATION = "distributor-registration";
    static final String CONNECTION = "license-connection";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> LISTENERS = List.of("user-task-creating", "user-task-assigning",
            "user-task-updating", "user-task-completing", "user-task-canceling");

    @RegisterExtension
    static final CamundaProcessTestExtension PROCESSES = ProcessTestEngine.extension();

    CamundaClient client;
    CamundaProcessTestContext context;

    /** Correlation key and business id of the test's one process. */
    final String id = UUID.randomUUID().toString();

    /** What each task listener was asked. */
    final Map<String, Queue<ActivatedJob>> listeners = new HashMap<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    @BeforeEach
    void deploy() {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("processes/" + ONBOARDING + ".bpmn")
                .addResourceFromClasspath("processes/" + REGISTRATION + ".bpmn")
                .addResourceFromClasspath("processes/" + CONNECTION + ".bpmn")
                .send().join();
        LISTENERS.forEach(listener -> listeners.put(listener, work(listener, (jobs, job) -> {
            held.await();
            jobs.newCompleteCommand(job).send().join();
        })));
    }

    /** From now on task listeners answer only when the latch is open. */
    void holdListeners(CountDownLatch latch) {
        held = latch;
    }

    /** Answers all jobs of a type, without variables: task listeners must not give any. */
    Queue<ActivatedJob> answer(String jobType) {
        return work(jobType, (jobs, job) -> jobs.newCompleteCommand(job).send().join());
    }

    Queue<ActivatedJob> answer(String jobType, Map<String, Object> variables) {
        return work(jobType, (jobs, job) -> jobs.newCompleteCommand(job).variables(variables).send().join());
    }

    /** Gives the first job the first answer and so on; the last answer counts for all that follow. */
    @SafeVarargs
    final Queue<ActivatedJob> answerInTurn(String jobType, Map<String, Object>... answers) {
        AtomicInteger next = new AtomicInteger();
        return work(jobType, (jobs, job) -> jobs.newCompleteCommand(job)
                .variables(answers[Math.min(next.getAndIncrement(), answers.length - 1)]).send().join());
    }

    Queue<ActivatedJob> work(String jobType, JobHandler handler) {
        Queue<ActivatedJob> seen = new ConcurrentLinkedQueue<>();
        context.mockJobWorker(jobType).withHandler((jobs, job) -> {
            handler.handle(jobs, job);
            seen.add(job);
        });
        return seen;
    }

    void publish(String message, String key, Map<String, Object> variables) {
        client.newPublishMessageCommand().messageName(message).correlationKey(key).messageId(key + message)
                .timeToLive(Duration.ofHours(1)).variables(variables).send().join();
    }

    /** The process by its id, once there is one; a called one counts too. */
    ProcessInstanceAssert process(String processId) {
        return CamundaAssert.assertThatProcessInstance(ProcessInstanceSelectors.byProcessId(processId));
    }

    List<ProcessInstance> instances(String processId) {
        return client.newProcessInstanceSearchRequest().filter(filter -> filter.processDefinitionId(processId))
                .send().join().items();
    }

    /** Of the process itself, without what only a call or a task of it has. */
    Set<String> variableNames(String processId) {
        return instances(processId).stream()
                .flatMap(instance -> client.newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance.getProcessInstanceKey())
                                .scopeKey(instance.getProcessInstanceKey()))
                        .send().join().items().stream())
                .map(Variable::getName)
                .collect(Collectors.toSet());
    }

    void awaitSize(Queue<?> queue, int size) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queue).hasSize(size));
    }

    /** Waits until as many instances have ended. */
    void awaitEnded(String processId, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(instances(processId)).hasSize(count)
                .allSatisfy(instance -> assertThat(instance.getEndDate()).isNotNull()));
    }
}
