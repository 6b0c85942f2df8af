package com.texchange.operations;

import com.texchange.common.OnboardingId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is not out yet, or was given up.
 *
 * @param error the mail server's own words at the last attempt
 * @param next  when it is tried again; null for a letter that was given up
 */
public record StuckLetter(UUID id, String recipient, String subject, int attempts, @Nullable String error,
        @Nullable Instant next, @Nullable OnboardingId onboarding) {

    public boolean isGivenUp() {
        return next == null;
    }
}
