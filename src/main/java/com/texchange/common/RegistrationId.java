package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a request to be registered. */
public record RegistrationId(UUID value) {

    public RegistrationId {
        Objects.requireNonNull(value);
    }

    public static RegistrationId random() {
        return new RegistrationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
