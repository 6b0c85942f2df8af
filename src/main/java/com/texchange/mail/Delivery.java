package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a letter. */
public record Delivery(UUID id, String template, EmailAddress recipient, State state, int attempts,
        @Nullable String lastError, Instant queuedAt, @Nullable Instant nextAttemptAt, @Nullable Instant finishedAt) {

    /** Waiting for its first or next attempt; taken by the mail server; given up. */
    public enum State {
        QUEUED, SENT, FAILED
    }
}
