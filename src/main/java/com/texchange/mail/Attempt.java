package com.texchange.mail;

import com.texchange.mail.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of giving a letter to the mail server.
 *
 * @param failure null if the server took it
 * @param next    when it is tried again; null if it is not
 * @param madeAt  by {@link System#nanoTime}
 */
record Attempt(OutgoingLetter letter, @Nullable LetterNotSent failure, @Nullable Instant next, long madeAt) {

    static Attempt taken(OutgoingLetter letter) {
        return new Attempt(letter, null, null, System.nanoTime());
    }

    static Attempt givenUp(OutgoingLetter letter, LetterNotSent failure) {
        return new Attempt(letter, failure, null, System.nanoTime());
    }

    static Attempt failedForNow(OutgoingLetter letter, LetterNotSent failure, Instant next) {
        return new Attempt(letter, failure, next, System.nanoTime());
    }

    State state() {
        if (failure == null) {
            return State.SENT;
        }
        return next == null ? State.FAILED : State.QUEUED;
    }

    @Nullable DeliveryProblem problem() {
        if (failure == null) {
            return null;
        }
        return next == null ? failure.problem().givenUp() : failure.problem();
    }

    boolean isOlderThan(Duration time) {
        return System.nanoTime() - madeAt > time.toNanos();
    }

    @Nullable String reason() {
        return failure == null ? null : failure.reason();
    }
}
