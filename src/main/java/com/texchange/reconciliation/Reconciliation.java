package com.texchange.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that was compared.
 *
 * @param begunBy    the name of who has given it
 * @param lines      rows of the list
 * @param comparedAt when it was compared the last time; null if it is still to be
 */
public record Reconciliation(ReconciliationId id, String begunBy, Instant begunAt, int lines, @Nullable Instant comparedAt) {
}
