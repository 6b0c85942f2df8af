package com.texchange.process;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the commands of one target in order: db-scheduler runs due tasks side by side, on several instances. */
@Component
class CommandQueue {

    private static final char SEPARATOR = '/';

    private final JdbcClient jdbc;

    CommandQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number from a sequence, taken in the transaction that gives the command */
    static String instanceId(String target, long number) {
        return "%s%c%019d".formatted(target, SEPARATOR, number);
    }

    /**
     * @param parkedAfter a command that waits longer than this was refused and holds up no other
     * @return when the latest earlier command of the same target is due, if one is waiting or running
     */
    Optional<Instant> earlierIsDue(String instanceId, Duration parkedAfter) {
        String target = instanceId.substring(0, instanceId.lastIndexOf(SEPARATOR) + 1);
        // The range uses the primary key; the prefix makes it exact whatever the collation.
        return jdbc.sql("""
                        select execution_time
                          from scheduled_tasks
                         where task_name = :task
                           and task_instance >= :first
                           and task_instance < :this
                           and starts_with(task_instance, :target)
                           and execution_time < now() + make_interval(secs => :parkedAfter)
                         order by execution_time desc
                         limit 1
                        """)
                .param("task", CommandExecution.TASK.getTaskName())
                .param("first", instanceId(target.substring(0, target.length() - 1), 0))
                .param("this", instanceId)
                .param("target", target)
                .param("parkedAfter", parkedAfter.toSeconds())
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /**
     * Lets the commands that wait for their next attempt be due within half a second, and their pauses begin anew. Without
     * it the longest of them would wait as long as the engine was away.
     *
     * @param parkedAfter as above
     * @return how many they are
     */
    int wake(Duration parkedAfter) {
        return jdbc.sql("""
                        update scheduled_tasks
                           set execution_time = now() + random() * interval '500 milliseconds', consecutive_failures = 0
                         where task_name = :task
                           and not picked
                           and consecutive_failures > 0
                           and execution_time between now() and now() + make_interval(secs => :parkedAfter)
                        """)
                .param("task", CommandExecution.TASK.getTaskName())
                .param("parkedAfter", parkedAfter.toSeconds())
                .update();
    }
}
