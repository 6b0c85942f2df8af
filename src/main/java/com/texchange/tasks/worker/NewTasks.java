package com.texchange.tasks.worker;

import com.texchange.tasks.TaskSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finishes what a task that is new in the inbox needs: its group hears of it, or it goes on where an earlier one ended. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewTasks {

    private final JdbcClient jdbc;
    private final TaskLetters letters;

    NewTasks(JdbcClient jdbc, TaskLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /**
     * @param task      open: one that is decided already says nothing to anybody
     * @param continues whether it goes on where an earlier one ended, of which was told, and whose notes are about this one now
     */
    void welcome(LetterTask task, boolean continues, TaskSubject about) {
        if (continues) {
            takeOverNotes(task);
        } else {
            letters.created(task, about);
        }
    }

    private void takeOverNotes(LetterTask task) {
        jdbc.sql("""
                update task_note set task_key = :key where task_key in (select task_key from user_task
                    where element_id = :element and subject_id = :subject and task_key <> :key and state = 'CANCELED'
                        and finished_at > now() - interval '1 day')
                """)
                .param("key", task.taskKey()).param("element", task.elementId()).param("subject", task.subjectId())
                .update();
    }
}
