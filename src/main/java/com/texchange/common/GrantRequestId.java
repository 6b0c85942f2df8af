package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a supplier's request for a grant. */
public record GrantRequestId(UUID value) {

    public GrantRequestId {
        Objects.requireNonNull(value);
    }

    public static GrantRequestId random() {
        return new GrantRequestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
