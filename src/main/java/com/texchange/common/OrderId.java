package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies a connection order. */
public record OrderId(UUID value) {

    public OrderId {
        Objects.requireNonNull(value);
    }

    public static OrderId random() {
        return new OrderId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
