package com.texchange.tasks.worker;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a letter says about a task; a row of {@code user_task}. */
record LetterTask(long taskKey, String elementId, UUID subjectId, String subject, Set<String> candidateGroups,
        @Nullable Instant dueAt) {
}
