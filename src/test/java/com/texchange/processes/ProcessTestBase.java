package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.texchange.testing.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all process tests share: the engine, the processes deployed, and workers that play the application. */
@BesideOthers
abstract class ProcessTestBase {

    static final String ONBOARDING = "distributor-onboarding";
    static final String REGISTRATION = "distributor-registration";
    static final String CONNECTION = "license-connection";
    static final String DISCONNECTION = "license-disconnection";
    static final String MOVE = "license-move";
    static final String GRANT = "grant-request";

    @RegisterExtension
    static final CamundaProcessTestExtension ENGINE = ProcessEngine.extension();

    /** As long as the application's own. */
    private static final Duration TIME_TO_LIVE = Duration.ofDays(3);

    CamundaClient client;
    CamundaProcessTestContext context;
    Workers workers;

    @BeforeEach
    void deployAndWork() {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("processes/" + ONBOARDING + ".bpmn")
                .addResourceFromClasspath("processes/" + REGISTRATION + ".bpmn")
                .addResourceFromClasspath("processes/" + CONNECTION + ".bpmn")
                .addResourceFromClasspath("processes/" + DISCONNECTION + ".bpmn")
                .addResourceFromClasspath("processes/" + MOVE + ".bpmn")
                .addResourceFromClasspath("processes/" + GRANT + ".bpmn")
                .send().join();
        workers = new Workers(client);
    }

    /** The oldest instance of a process. */
    static ProcessInstanceSelector the(String process) {
        return ProcessInstanceSelectors.byProcessId(process);
    }

    void publish(String message, String correlationKey, String messageId, Map<String, Object> variables) {
        client.newPublishMessageCommand().messageName(message).correlationKey(correlationKey).messageId(messageId)
                .timeToLive(TIME_TO_LIVE).variables(variables).send().join();
    }

    /** The engine refuses a message that it still keeps. */
    void publishAgain(String message, String correlationKey, String messageId, Map<String, Object> variables) {
        assertThatExceptionOfType(ClientStatusException.class)
                .isThrownBy(() -> publish(message, correlationKey, messageId, variables))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS));
    }

    /** Starts without a message, as a call activity does. */
    void create(String process, Map<String, Object> variables) {
        client.newCreateInstanceCommand().bpmnProcessId(process).latestVersion().variables(variables).send().join();
    }

    /** All instances of a process, the oldest first. */
    List<ProcessInstance> instances(String process) {
        return client.newProcessInstanceSearchRequest().filter(filter -> filter.processDefinitionId(process))
                .sort(sort -> sort.startDate().asc()).send().join().items();
    }

    /** Waits for so many instances of a process and names the last. */
    ProcessInstanceSelector instance(String process, int count) {
        await().atMost(ProcessEngine.PATIENCE).until(() -> instances(process).size() == count);
        return ProcessInstanceSelectors.byKey(instances(process).stream()
                .mapToLong(ProcessInstance::getProcessInstanceKey).max().orElseThrow());
    }

    /** Waits until a process's only instance has just these variables, besides those of its single elements. */
    void awaitVariables(String process, Set<String> names) {
        await().atMost(ProcessEngine.PATIENCE).untilAsserted(() -> assertThat(variables(process)).isEqualTo(names));
    }

    private Set<String> variables(String process) {
        long key = instances(process).getFirst().getProcessInstanceKey();
        return client.newVariableSearchRequest().filter(filter -> filter.processInstanceKey(key).scopeKey(key))
                .send().join().items().stream().map(Variable::getName).collect(Collectors.toSet());
    }

    UserTask userTask(long key) {
        return client.newUserTaskSearchRequest().filter(filter -> filter.userTaskKey(key)).send().join().items()
                .getFirst();
    }

    void awaitState(long userTask, UserTaskState state) {
        await().atMost(ProcessEngine.PATIENCE).ignoreExceptions()
                .untilAsserted(() -> assertThat(userTask(userTask).getState()).isEqualTo(state));
    }

    /** Waits for the only incident. */
    Incident incident() {
        return await().atMost(ProcessEngine.PATIENCE).until(this::activeIncidents, found -> found.size() == 1)
                .getFirst();
    }

    private List<Incident> activeIncidents() {
        return client.newIncidentSearchRequest().filter(filter -> filter.state(IncidentState.ACTIVE)).send().join()
                .items();
    }

    /** As a process manager does in Operate, who has given the missing variables before. */
    void resolve(Incident incident, Map<String, Object> missing) {
        if (!missing.isEmpty()) {
            client.newSetVariablesCommand(incident.getProcessInstanceKey()).variables(missing).send().join();
        }
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    }
}
