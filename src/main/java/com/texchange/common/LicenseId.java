package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a mobile license. */
public record LicenseId(UUID value) {

    public LicenseId {
        Objects.requireNonNull(value);
    }

    public static LicenseId random() {
        return new LicenseId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static LicenseId of(String text) {
        return new LicenseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
