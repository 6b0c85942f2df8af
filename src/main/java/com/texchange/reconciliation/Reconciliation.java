package com.texchange.reconciliation;

import java.time.Instant;

/**
 * A list that was compared.
 *
 * @param begunBy    the name of who has given it
 * @param lines      rows of the list
 * @param comparedAt when it was compared the last time
 */
public record Reconciliation(ReconciliationId id, String begunBy, Instant begunAt, int lines, Instant comparedAt) {
}
