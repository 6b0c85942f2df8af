package com.texchange.tasks;

import com.texchange.common.AccountId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Camunda user task as the inbox knows it.
 *
 * @param assigneeName  null also for a person of another house, whom the reader need not know
 * @param comments      how many there are of the reader's house
 * @param submitterName whose decision it is; null while nobody has decided here, or nobody knows who it was, or the reader need not
 * @param submittedAt   when that was decided
 * @param endedAt       when the engine has completed or withdrawn it; null before
 */
public record UserTask(long key, String elementId, UUID subjectId, String subject, Set<String> candidateGroups,
        @Nullable AccountId assignee, @Nullable String assigneeName, int priority, State state, Instant createdAt,
        @Nullable Instant dueAt, int comments, @Nullable String submitterName, @Nullable Instant submittedAt,
        @Nullable Instant endedAt) {

    /** Camunda's priority of a task for which the process names none. */
    public static final int NORMAL_PRIORITY = 50;

    /** Open; decided by a person and on its way to the engine; done in the engine; withdrawn by the engine. */
    public enum State {
        OPEN, SUBMITTED, COMPLETED, CANCELED;

        public boolean isEnded() {
            return this == COMPLETED || this == CANCELED;
        }
    }

    /** @param by the person's name; null if the business had decided before and nobody knows who it was, or it was somebody of another house */
    public record Decision(@Nullable String by, Instant at) {
    }

    /** Null while nobody has decided here. */
    public @Nullable Decision decision() {
        return submittedAt == null ? null : new Decision(submitterName, submittedAt);
    }

    /** Whether the person can decide it now: open, and claimed by nobody else. */
    public boolean isFor(AccountId person) {
        return state == State.OPEN && (assignee == null || assignee.equals(person));
    }
}
