package com.texchange.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a task, or that it changed hands.
 *
 * @param author name of who wrote it or did it; null for somebody of another house, whom the reader need not know
 * @param person name of who got the task or from whom it was taken; null for a comment, and as {@code author} is
 * @param text   empty for all but comments
 */
public record TaskNote(Kind kind, @Nullable String author, @Nullable String person, Instant at, String text) {

    /** Said; given to a colleague; taken from a colleague. */
    public enum Kind {
        COMMENT, HANDED_OVER, TAKEN_OVER
    }
}
