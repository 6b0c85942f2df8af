package com.texchange.batches;

import java.util.regex.Pattern;

/**
 * What is done with each row of a batch.
 *
 * @param key of its {@link BatchAction}: stored with the batch, and the end of the keys of its words,
 *     {@code batches.kind.<key>} and {@code batches.row.DONE.<key>}
 */
public record BatchKind(String key) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z_]{0,39}");

    /** @throws IllegalArgumentException if it is not 1 to 40 capital letters and underscores */
    public BatchKind {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("not the key of a kind of batch: " + key);
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
