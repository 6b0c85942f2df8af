package com.texchange.batches;

import java.util.Objects;
import java.util.UUID;

/** Identifies a batch. */
public record BatchId(UUID value) {

    public BatchId {
        Objects.requireNonNull(value);
    }

    public static BatchId random() {
        return new BatchId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static BatchId of(String text) {
        return new BatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
