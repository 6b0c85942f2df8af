package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param problem   why it is not out; null if nothing is known to be wrong
 * @param readable  whether its text is kept: see {@link Letters#copyOf}
 * @param lastError the mail server's own words at the last attempt, for whoever looks after the mail
 */
public record Delivery(UUID id, String template, EmailAddress recipient, State state, int attempts,
        @Nullable DeliveryProblem problem, @Nullable String lastError, Instant queuedAt, @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt, boolean readable) {

    /** Waiting for its first or next attempt; taken by the mail server; given up; called back before it went out. */
    public enum State {
        QUEUED, SENT, FAILED, WITHDRAWN
    }
}
