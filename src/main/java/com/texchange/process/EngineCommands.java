package com.texchange.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commands to the engine that survive its outage: each is a durable task written in the caller's transaction and
 * repeated with exponential backoff until the engine has taken it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EngineCommands {

    public void publish(ProcessMessage message) {
        throw new UnsupportedOperationException();
    }

    /** Completes a user task; {@link UserTaskGone} is published if the engine no longer has it. */
    public void completeTask(long userTaskKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** @param assignee the account's id, so that Operate and Tasklist show no personal data */
    public void assignTask(long userTaskKey, String assignee) {
        throw new UnsupportedOperationException();
    }

    public void unassignTask(long userTaskKey) {
        throw new UnsupportedOperationException();
    }
}
