package com.texchange.reconciliation;

import java.util.Objects;
import java.util.UUID;

/** Identifies a reconciliation. */
public record ReconciliationId(UUID value) {

    public ReconciliationId {
        Objects.requireNonNull(value);
    }

    static ReconciliationId random() {
        return new ReconciliationId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static ReconciliationId of(String text) {
        return new ReconciliationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
