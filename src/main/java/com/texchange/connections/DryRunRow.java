package com.texchange.connections;

import org.jspecify.annotations.Nullable;

/** What an order would do with a license. */
public record DryRunRow(String number, @Nullable String agent, String distributor, OrderKind kind, Verdict verdict) {
}
