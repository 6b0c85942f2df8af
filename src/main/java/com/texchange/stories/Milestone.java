package com.texchange.stories;

import java.time.Instant;

/**
 * Something that is going to happen to an onboarding by itself.
 *
 * @param number of a reminder, the first is 1; of other kinds 1
 * @param of     how many there are at most
 * @param overdue whether the moment is past, as that of a task that nobody has done in time
 */
public record Milestone(Kind kind, Instant at, int number, int of, boolean overdue) {

    /** The next attempt to send a letter; a reminder; the task's date; the sales department is reminded; the end. */
    public enum Kind {
        LETTER_RETRY, REMINDER, DUE, ESCALATION, EXPIRY
    }

    static Milestone once(Kind kind, Instant at, Instant now) {
        return new Milestone(kind, at, 1, 1, !at.isAfter(now));
    }

    /** The message key of its text. */
    public String key() {
        return "stories.milestone." + kind + (overdue ? ".overdue" : "");
    }
}
