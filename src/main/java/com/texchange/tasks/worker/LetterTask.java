package com.texchange.tasks.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a letter says about a task. */
record LetterTask(long key, String elementId, UUID subjectId, String subject, Set<String> groups,
        @Nullable Instant dueAt) {

    /** From a row of {@code user_task}. */
    static LetterTask of(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new LetterTask(row.getLong("task_key"), row.getString("element_id"),
                row.getObject("subject_id", UUID.class), row.getString("subject"),
                Set.of((String[]) row.getArray("candidate_groups").getArray()), due == null ? null : due.toInstant());
    }
}
