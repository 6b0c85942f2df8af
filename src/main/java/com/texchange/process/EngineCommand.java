package com.texchange.process;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command as it waits in the database. The names are stored: rename only with a migration. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EngineCommand.Publish.class, name = "publish"),
    @JsonSubTypes.Type(value = EngineCommand.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = EngineCommand.CompleteTask.class, name = "complete-task"),
    @JsonSubTypes.Type(value = EngineCommand.AssignTask.class, name = "assign-task"),
    @JsonSubTypes.Type(value = EngineCommand.UnassignTask.class, name = "unassign-task"),
    @JsonSubTypes.Type(value = EngineCommand.RetryStep.class, name = "retry-step")
})
sealed interface EngineCommand {

    /** Commands with the same target reach the engine in the order in which they were given. */
    String target();

    /** For the log: no variables. */
    String description();

    /** A command on a user task. */
    sealed interface OnUserTask extends EngineCommand {

        /** Begins their targets. */
        String TARGET = "task-";

        long userTaskKey();

        @Override
        default String target() {
            return TARGET + userTaskKey();
        }
    }

    record Publish(ProcessMessage message) implements EngineCommand {

        @Override
        public String target() {
            return "message-" + message.correlationKey();
        }

        @Override
        public String description() {
            return "publish message '%s' for %s".formatted(message.name(), message.correlationKey());
        }
    }

    /** Starts a process, unless an instance with the message's key is active. */
    record Begin(ProcessMessage message) implements EngineCommand {

        @Override
        public String target() {
            return new Publish(message).target();
        }

        @Override
        public String description() {
            return "begin '%s' for %s unless it is there".formatted(message.name(), message.correlationKey());
        }
    }

    record CompleteTask(long userTaskKey, Map<String, Object> variables) implements OnUserTask {

        @Override
        public String description() {
            return "complete user task " + userTaskKey;
        }
    }

    record AssignTask(long userTaskKey, String assignee) implements OnUserTask {

        @Override
        public String description() {
            return "assign user task " + userTaskKey;
        }
    }

    record UnassignTask(long userTaskKey) implements OnUserTask {

        @Override
        public String description() {
            return "unassign user task " + userTaskKey;
        }
    }

    /**
     * Has a step tried once more that stands still on an incident.
     *
     * @param jobKey null if it is no job that failed
     */
    record RetryStep(long incidentKey, @Nullable Long jobKey) implements EngineCommand {

        /** Begins their targets. */
        static final String TARGET = "incident-";

        @Override
        public String target() {
            return TARGET + incidentKey;
        }

        @Override
        public String description() {
            return "resolve incident " + incidentKey;
        }
    }
}
