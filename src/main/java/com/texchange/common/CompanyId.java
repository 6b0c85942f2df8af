package com.texchange.common;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Identifies a company, supplier or distributor. */
public record CompanyId(UUID value) {

    public CompanyId {
        Objects.requireNonNull(value);
    }

    public static CompanyId random() {
        return new CompanyId(UUID.randomUUID());
    }

    /** Of what somebody may have typed; empty if it is no UUID. */
    public static Optional<CompanyId> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
