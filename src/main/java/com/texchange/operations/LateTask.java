package com.texchange.operations;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user task that is open after its due time.
 *
 * @param subject  what it is about, as the inbox says it
 * @param groups   who may do it
 * @param assignee who has claimed it, by name
 * @param about    null for a subject that is not known any more
 */
public record LateTask(long key, String elementId, Instant due, String subject, Set<String> groups,
        @Nullable String assignee, @Nullable SubjectInfo about) {

    /** The message key of the task's name. */
    public String nameKey() {
        return "process.step." + elementId;
    }
}
