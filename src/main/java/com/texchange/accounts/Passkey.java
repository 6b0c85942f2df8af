package com.texchange.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey, as its owner sees it.
 *
 * @param id       of this application, no secret
 * @param lastUsed null for one that was not used yet
 */
public record Passkey(String id, String name, Instant createdAt, @Nullable Instant lastUsed) {
}
