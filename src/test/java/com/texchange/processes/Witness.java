package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;

/**
 * A process of one timer, for tests of what must not happen. The engine works in order, timers in order of their due
 * dates: when the witness has ended, whatever was to come before it has come.
 */
final class Witness {

    static final String PROCESS = "witness";

    private final CamundaClient client;
    private final ProcessInstanceEvent instance;

    private Witness(CamundaClient client, Duration wait) {
        this.client = client;
        this.client.newDeployResourceCommand().addProcessModel(model(), PROCESS + ".bpmn").send().join();
        instance = this.client.newCreateInstanceCommand().bpmnProcessId(PROCESS).latestVersion()
                .variables(Map.of("wait", wait.toString())).send().join();
    }

    /** Ends when the engine's time has gone on by so much. */
    static Witness in(CamundaClient client, Duration wait) {
        return new Witness(client, wait);
    }

    /** Waits until the engine has done, and told, what it was asked before. */
    static void awaitAllBefore(CamundaClient client) {
        in(client, Duration.ZERO).awaitEnd();
    }

    void awaitEnd() {
        assertThatProcessInstance(instance).isCompleted();
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent("Wait", event -> event.timerWithDurationExpression("wait"))
                .endEvent()
                .done();
    }
}
