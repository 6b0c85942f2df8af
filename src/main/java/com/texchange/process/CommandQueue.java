package com.texchange.process;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The commands that wait among db-scheduler's tasks, which nobody else asks. Keeps those of one target in order: db-scheduler
 * runs due tasks side by side, on several instances.
 */
@Component
class CommandQueue {

    static final char SEPARATOR = '/';
    private static final Set<String> KINDS = Set.of("message", "task", "incident");

    private final JdbcClient jdbc;

    CommandQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number from a sequence, taken in the transaction that gives the command */
    static String instanceId(String target, long number) {
        return "%s%c%019d".formatted(target, SEPARATOR, number);
    }

    static long numberOf(String instanceId) {
        return Long.parseLong(instanceId.substring(instanceId.lastIndexOf(SEPARATOR) + 1));
    }

    static String targetOf(String instanceId) {
        return instanceId.substring(0, instanceId.lastIndexOf(SEPARATOR));
    }

    /**
     * @param parkedAfter a command that waits longer than this was refused and holds up no other
     * @return when the latest earlier command of the same target is due, if one is waiting or running
     */
    Optional<Instant> earlierIsDue(String instanceId, Duration parkedAfter) {
        String target = targetOf(instanceId);
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
                .param("first", instanceId(target, 0))
                .param("this", instanceId)
                .param("target", target + SEPARATOR)
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

    EngineOverview.Waiting waiting() {
        return jdbc.sql("""
                        select count(*) as "all", count(*) filter (where consecutive_failures > 0) as failing
                        from scheduled_tasks where task_name = :task
                        """)
                .param("task", CommandExecution.TASK.getTaskName())
                .query(EngineOverview.Waiting.class).single();
    }

    /** Those that failed most first. */
    List<EngineOverview.WaitingCommand> waiting(int offset, int limit) {
        return jdbc.sql("""
                        select task_instance, coalesce(consecutive_failures, 0) as failures, execution_time
                        from scheduled_tasks where task_name = :task
                        order by coalesce(consecutive_failures, 0) desc, execution_time, task_instance
                        offset :offset limit :limit
                        """)
                .param("task", CommandExecution.TASK.getTaskName())
                .param("offset", offset).param("limit", limit)
                .query(Queued.class).list().stream().map(Queued::command).toList();
    }

    private record Queued(String taskInstance, int failures, Instant executionTime) {

        EngineOverview.WaitingCommand command() {
            String target = taskInstance.substring(0, Math.max(0, taskInstance.lastIndexOf(SEPARATOR)));
            int dash = target.indexOf('-');
            String kind = dash < 0 ? "" : target.substring(0, dash);
            return new EngineOverview.WaitingCommand(KINDS.contains(kind) ? kind : "other", target.substring(dash + 1),
                    failures, executionTime);
        }
    }

    /** The subjects of which a message is still to be sent. */
    Set<UUID> messagesOnTheWay(Collection<UUID> subjects) {
        return Set.copyOf(jdbc.sql("""
                        select id from unnest(:ids) as subject (id)
                        where exists (select from scheduled_tasks
                            where task_name = :task and task_instance >= 'message-' || id || '/'
                                and task_instance < 'message-' || id || '0')
                        """)
                .param("ids", subjects.toArray(UUID[]::new))
                .param("task", CommandExecution.TASK.getTaskName())
                .query(UUID.class).list());
    }

    /** Also those that are being sent, or were when an instance was killed: sent again they could hit another task. */
    void forgetTasks() {
        jdbc.sql("delete from scheduled_tasks where task_name = :task and starts_with(task_instance, :tasks)")
                .param("task", CommandExecution.TASK.getTaskName())
                .param("tasks", EngineCommand.OnUserTask.TARGET)
                .update();
    }

    void forgetRetries() {
        jdbc.sql("delete from scheduled_tasks where task_name = :task and starts_with(task_instance, :retries) and not picked")
                .param("task", CommandExecution.TASK.getTaskName())
                .param("retries", EngineCommand.RetryStep.TARGET)
                .update();
    }
}
