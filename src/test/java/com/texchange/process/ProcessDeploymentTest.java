package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

@Isolated("It reads what is logged, which is one for all tests.")
@ExtendWith(OutputCaptureExtension.class)
class ProcessDeploymentTest {

    private static final Runnable NOTHING = () -> { };
    private static final Consumer<Boolean> KNOWN = mayReplace -> { };
    private final CamundaClient client = mock();
    private final DeployResourceCommandStep2 command = mock(DeployResourceCommandStep2.class, RETURNS_DEEP_STUBS);
    private final Resource file = new ByteArrayResource("<definitions/>".getBytes());

    @Test
    void repeatsUntilTheEngineTakesTheProcessesAndSaysWhichVersions(CapturedOutput log) {
        DeploymentEvent answer = answer();
        when(deploy().send().join()).thenThrow(new ClientStatusException(Status.UNAVAILABLE, null)).thenReturn(answer);
        ProcessDeployment deployment = new ProcessDeployment(client, KNOWN, false, NOTHING, file);

        deployment.start();
        assertThat(deployment.isSettled()).isFalse();

        await().until(deployment::isSettled);
        await().untilAsserted(() -> assertThat(log).contains("distributor-onboarding version 7"));
        deployment.stop();
    }

    @Test
    void doesNotRepeatWhatTheEngineRefuses(CapturedOutput log) {
        when(deploy().send().join()).thenThrow(new ClientStatusException(Status.INVALID_ARGUMENT, null));
        ProcessDeployment deployment = new ProcessDeployment(client, KNOWN, false, NOTHING, file);

        deployment.start();

        await().until(deployment::isSettled);
        await().untilAsserted(() -> assertThat(log).contains("Camunda refused the processes"));
        verify(client, times(1)).newDeployResourceCommand();
    }

    @Test
    void givesAnEngineThatItDoesNotKnowNothingUntilAProcessManagerSaysThatItIsTheNewOne(CapturedOutput log) {
        DeploymentEvent answer = answer();
        when(deploy().send().join()).thenReturn(answer);
        AtomicBoolean replaced = new AtomicBoolean();
        ProcessDeployment deployment = new ProcessDeployment(client, mayReplace -> {
            if (!mayReplace && !replaced.get()) {
                throw new UnknownEngineException();
            }
            replaced.set(true);
        }, false, NOTHING, file);

        deployment.start();
        await().until(deployment::isEngineUnknown);
        assertThat(deployment.isSettled()).isFalse();
        verifyNoInteractions(client);
        assertThat(log).containsOnlyOnce("ERROR").contains("recreate-lost-instances=true");

        deployment.deployNow(true);
        assertThat(deployment.isSettled()).isTrue();
        assertThat(deployment.isEngineUnknown()).isFalse();
        deployment.stop();
    }

    @Test
    void hasNothingToDoWithoutProcesses() {
        ProcessDeployment deployment = new ProcessDeployment(client, KNOWN, false, NOTHING);

        deployment.start();

        assertThat(deployment.isSettled()).isTrue();
        verifyNoInteractions(client);
    }

    private DeployResourceCommandStep2 deploy() {
        DeployResourceCommandStep1 begun = mock();
        when(client.newDeployResourceCommand()).thenReturn(begun);
        when(begun.addResourceBytes(any(), any())).thenReturn(command);
        return command;
    }

    private static DeploymentEvent answer() {
        Process process = mock();
        when(process.getBpmnProcessId()).thenReturn("distributor-onboarding");
        when(process.getVersion()).thenReturn(7);
        DeploymentEvent event = mock();
        when(event.getProcesses()).thenReturn(List.of(process));
        return event;
    }
}
