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

    @Override
    public String toString() {
        return value.toString();
    }
}
