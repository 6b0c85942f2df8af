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

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static RegistrationId of(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
