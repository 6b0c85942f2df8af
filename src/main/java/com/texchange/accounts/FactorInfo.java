package com.texchange.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's second factors, of which there is one at least.
 *
 * @param appSince      null for who has no app
 * @param recoveryCodes that are not used yet
 */
public record FactorInfo(@Nullable Instant appSince, boolean passkeys, int recoveryCodes) {
}
