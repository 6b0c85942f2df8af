package com.texchange.accounts;

import java.time.Instant;

/**
 * A person's second factor.
 *
 * @param recoveryCodes that are not used yet
 */
public record FactorInfo(Instant addedAt, int recoveryCodes) {
}
