package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a load of licenses. */
public record LoadId(UUID value) {

    public LoadId {
        Objects.requireNonNull(value);
    }

    public static LoadId random() {
        return new LoadId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it is none */
    public static LoadId of(String text) {
        return new LoadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
