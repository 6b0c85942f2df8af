package com.texchange.batches;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a row: it had its effect, or something spoke against it. */
public sealed interface RowResult permits RowResult.Done, Refusal {

    /**
     * The step was taken.
     *
     * @param subject what the row is about from now on; null for what it was about before
     * @param details what there is to tell beside those that the row has
     */
    record Done(@Nullable UUID subject, Map<String, String> details) implements RowResult {

        public Done {
            details = Map.copyOf(details);
        }
    }

    /** Done, and there is nothing to tell that the row does not have. */
    static Done done() {
        return new Done(null, Map.of());
    }
}
