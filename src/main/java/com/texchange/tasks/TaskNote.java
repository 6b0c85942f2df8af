package com.texchange.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a task, or that it changed hands.
 *
 * @param author name of who wrote it or did it
 * @param person name of who got the task or from whom it was taken; null for a comment
 * @param text   empty for all but comments
 */
public record TaskNote(Kind kind, String author, @Nullable String person, Instant at, String text) {

    /** Said; given to a colleague; taken from a colleague. */
    public enum Kind {
        COMMENT, HANDED_OVER, TAKEN_OVER
    }
}
