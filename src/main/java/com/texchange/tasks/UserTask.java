package com.texchange.tasks;

import com.texchange.common.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A Camunda user task as the inbox knows it. */
public record UserTask(long key, String elementId, UUID subjectId, String subject, Set<String> candidateGroups,
        @Nullable AccountId assignee, @Nullable String assigneeName, int priority, State state, Instant createdAt,
        @Nullable Instant dueAt) {

    /** Open; decided by a person and on its way to the engine; done in the engine; withdrawn by the engine. */
    public enum State {
        OPEN, SUBMITTED, COMPLETED, CANCELED
    }
}
