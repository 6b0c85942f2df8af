package com.texchange.batches;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch.
 *
 * @param line    its place in the batch: of a list, the line of the text
 * @param subject id of what the step is for, or of what came of it
 * @param label   what a person knows it by
 * @param details what else the step needs or the page shows, by names that the {@link BatchAction}'s module gives
 * @param refusal what spoke against it; null unless it was refused
 */
public record BatchRow(int line, @Nullable UUID subject, String label, Map<String, String> details, State state,
        @Nullable Refusal refusal) {

    /** What became of a row so far. */
    public enum State {
        WAITING, DONE, REFUSED
    }

    public BatchRow {
        details = Map.copyOf(details);
    }

    /** A row that nothing has been done with. */
    public static BatchRow waiting(int line, @Nullable UUID subject, String label, Map<String, String> details) {
        return new BatchRow(line, subject, label, details, State.WAITING, null);
    }
}
