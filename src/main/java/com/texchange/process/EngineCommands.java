package com.texchange.process;

import com.texchange.process.EngineCommand.AssignTask;
import com.texchange.process.EngineCommand.Begin;
import com.texchange.process.EngineCommand.CompleteTask;
import com.texchange.process.EngineCommand.Publish;
import com.texchange.process.EngineCommand.RetryStep;
import com.texchange.process.EngineCommand.UnassignTask;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commands to the engine that survive its outage: each is a durable task written in the caller's transaction and
 * repeated with exponential backoff until the engine has taken it. Commands on the same user task, and messages with the
 * same correlation key, are sent in the order in which they were given. People wait for them: they go before letters, and
 * letters before batches.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EngineCommands {

    private final CommandsInHand hand;

    EngineCommands(CommandsInHand hand) {
        this.hand = hand;
    }

    public void publish(ProcessMessage message) {
        give(new Publish(message));
    }

    /**
     * Starts a process by its start message unless an instance with the same key is active; one that is stays as it is, and
     * the message is not kept for later.
     */
    public void begin(ProcessMessage message) {
        give(new Begin(message));
    }

    /** Completes a user task; {@link UserTaskGone} is published if the engine no longer has it. */
    public void completeTask(long userTaskKey, Map<String, Object> variables) {
        give(new CompleteTask(userTaskKey, variables));
    }

    /** @param assignee the account's id, so that Operate and Tasklist show no personal data */
    public void assignTask(long userTaskKey, String assignee) {
        give(new AssignTask(userTaskKey, assignee));
    }

    public void unassignTask(long userTaskKey) {
        give(new UnassignTask(userTaskKey));
    }

    /** Has a failed step tried once more; nothing happens if it goes on already. */
    void retryStep(long incidentKey, @Nullable Long jobKey) {
        give(new RetryStep(incidentKey, jobKey));
    }

    private void give(EngineCommand command) {
        hand.give(command);
    }
}
