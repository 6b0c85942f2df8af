package com.texchange.tasks.worker;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the groups of their overdue tasks, by the database's time. */
@Component
class OverdueTasks {

    static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final TaskLetters letters;

    OverdueTasks(JdbcClient jdbc, TaskLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /**
     * Marks the tasks and queues the letters in one transaction, so that each is told once. It waits an hour: then the
     * process has written what it has to write on the same day. What nobody could be told for days, since the application
     * did not run, is no news any more.
     *
     * @return how many tasks were told of; fewer than {@link #BATCH} when none is left
     */
    @Transactional
    public int tellBatch() {
        List<LetterTask> overdue = jdbc.sql("""
                update user_task set overdue_told_at = now()
                where task_key in (select task_key from user_task
                    where state = 'OPEN' and overdue_told_at is null
                        and due_at between now() - interval '3 days' and now() - interval '1 hour'
                    order by due_at limit :limit for update skip locked)
                returning *
                """)
                .param("limit", BATCH)
                .query(LetterTask.class).list();
        overdue.forEach(letters::overdue);
        return overdue.size();
    }
}
