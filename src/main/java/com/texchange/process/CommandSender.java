package com.texchange.process;

import com.texchange.process.EngineCommand.AssignTask;
import com.texchange.process.EngineCommand.Begin;
import com.texchange.process.EngineCommand.CompleteTask;
import com.texchange.process.EngineCommand.Publish;
import com.texchange.process.EngineCommand.UnassignTask;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
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
        request(command).send().join();
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
        };
    }
}
