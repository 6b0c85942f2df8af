package com.texchange.process;

import com.texchange.process.EngineCommand.AssignTask;
import com.texchange.process.EngineCommand.Begin;
import com.texchange.process.EngineCommand.CompleteTask;
import com.texchange.process.EngineCommand.Publish;
import com.texchange.process.EngineCommand.RetryStep;
import com.texchange.process.EngineCommand.UnassignTask;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sends one command and waits for the engine's answer; messages go by gRPC, commands on user tasks by REST. */
@Component
class CommandSender {

    private final CamundaClient client;

    CommandSender(CamundaClient client) {
        this.client = client;
    }

    /** @throws RuntimeException what it means says {@link Failure#of} */
    void send(EngineCommand command) {
        if (command instanceof RetryStep retry) {
            retry(retry);
        } else {
            request(command).send().join();
        }
    }

    /** What the engine does not have any more has been resolved, or its process has ended. */
    private void retry(RetryStep retry) {
        try {
            if (retry.jobKey() != null) {
                client.newUpdateRetriesCommand(retry.jobKey()).retries(1).send().join();
            }
            client.newResolveIncidentCommand(retry.incidentKey()).send().join();
        } catch (ClientStatusException e) {
            if (e.getStatusCode() != Status.Code.NOT_FOUND) {
                throw e;
            }
        }
    }

    private FinalCommandStep<?> request(EngineCommand command) {
        return switch (command) {
            case Publish(ProcessMessage message) -> client.newPublishMessageCommand()
                    .messageName(message.name())
                    .correlationKey(message.correlationKey())
                    .messageId(message.messageId())
                    .variables(message.variables());
            // Without an id: a message that was kept under it would have the engine refuse this one.
            case Begin(ProcessMessage message) -> client.newPublishMessageCommand()
                    .messageName(message.name())
                    .correlationKey(message.correlationKey())
                    .timeToLive(Duration.ZERO)
                    .variables(message.variables());
            case CompleteTask complete -> client.newCompleteUserTaskCommand(complete.userTaskKey())
                    .variables(complete.variables());
            // The product decides who may take a task; when the command arrives that is settled.
            case AssignTask assign -> client.newAssignUserTaskCommand(assign.userTaskKey())
                    .assignee(assign.assignee())
                    .allowOverride(true);
            case UnassignTask unassign -> client.newUnassignUserTaskCommand(unassign.userTaskKey());
            case RetryStep retry -> client.newResolveIncidentCommand(retry.incidentKey());
        };
    }
}
