package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a mobile device; the number that people know it by is its MDM ID. */
public record DeviceId(UUID value) {

    public DeviceId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
