package com.texchange.batches;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A batch and how far it is.
 *
 * @param startedBy  the name of the person who asked for it
 * @param parameters what holds for all rows, by names that the {@link BatchAction}'s module gives
 * @param untilStart how long it can still be undone; zero when that is past
 * @param done       rows that had their effect
 * @param refused    rows that a rule of the business spoke against
 */
public record Batch(BatchId id, BatchKind kind, State state, String startedBy, Map<String, String> parameters,
        Instant createdAt, Duration untilStart, int total, int done, int refused) {

    /** Where a batch stands: in its time for second thoughts, at work, stopped by a person, or at its end. */
    public enum State {
        SCHEDULED, RUNNING, STOPPED, FINISHED
    }

    public Batch {
        parameters = Map.copyOf(parameters);
    }

    public int waiting() {
        return total - done - refused;
    }
}
