package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a grant to manage licenses. */
public record GrantId(UUID value) {

    public GrantId {
        Objects.requireNonNull(value);
    }

    public static GrantId random() {
        return new GrantId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
