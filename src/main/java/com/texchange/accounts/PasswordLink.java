package com.texchange.accounts;

import java.time.Instant;

/** A secret link to set a password, as it stands in a letter, and until when it works. */
public record PasswordLink(String url, Instant expiresAt) {
}
