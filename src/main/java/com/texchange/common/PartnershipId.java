package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a distributor's place in a supplier's network. */
public record PartnershipId(UUID value) {

    public PartnershipId {
        Objects.requireNonNull(value);
    }

    public static PartnershipId random() {
        return new PartnershipId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
