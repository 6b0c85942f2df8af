package com.texchange.tasks.worker;

import com.texchange.tasks.TaskSubject;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finishes what a task that is new in the inbox needs: its group hears of it, or it goes on where an earlier one ended. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewTasks {

    /** The same question, asked anew by an engine that had lost its process, or by a process that came back to it. */
    private static final String EARLIER = """
            from user_task newer join user_task earlier on earlier.subject_id = newer.subject_id
                and earlier.element_id = newer.element_id and earlier.task_key <> newer.task_key
            where newer.task_key = :key and newer.state = 'OPEN' and newer.subject_id <> :none
                and earlier.state = 'CANCELED' and earlier.finished_at > now() - interval '1 day'
            """;

    private final JdbcClient jdbc;
    private final TaskLetters letters;

    NewTasks(JdbcClient jdbc, TaskLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /** A task that is decided already says nothing to anybody; one that goes on was told of before. */
    void welcome(long taskKey, TaskSubject about) {
        if (!continues(taskKey)) {
            findOpen(taskKey).ifPresent(task -> letters.created(task, about));
        }
    }

    /** What was said about the earlier ones is said about this one. */
    private boolean continues(long taskKey) {
        boolean continues = jdbc.sql("select exists (select 1 " + EARLIER + ")")
                .param("key", taskKey).param("none", UserTaskProjection.NO_SUBJECT)
                .query(Boolean.class).single();
        if (continues) {
            jdbc.sql("update task_note set task_key = :key where task_key in (select earlier.task_key " + EARLIER + ")")
                    .param("key", taskKey).param("none", UserTaskProjection.NO_SUBJECT)
                    .update();
        }
        return continues;
    }

    private Optional<LetterTask> findOpen(long taskKey) {
        return jdbc.sql("select * from user_task where task_key = :key and state = 'OPEN'")
                .param("key", taskKey)
                .query(LetterTask.class).optional();
    }
}
