package com.texchange.process;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes commands among db-scheduler's tasks and takes them away, each in one statement, which db-scheduler itself does in more.
 * One that is picked when it is written has the heartbeat of a task that db-scheduler has picked.
 */
@Component
class GivenCommands {

    /** What waits for an earlier one of its target is begun by that; should it not be, then after so long. */
    private static final Duration AT_THE_LATEST = Duration.ofSeconds(1);
    private static final String TASK = CommandExecution.TASK.getTaskName();
    private static final String PICKED_BY = "whoever gave it";
    /** Follows {@code with gone as (…)}. What is picked by then, or waits after a failure, holds up those behind it. */
    private static final String PICK_NEXT = """
            , next as (
                select task_instance from scheduled_tasks
                where task_name = :task and task_instance > :id and task_instance <= :last
                    and starts_with(task_instance, :target)
                    and execution_time < now() + make_interval(secs => :parkedAfter)
                order by task_instance limit 1)
            update scheduled_tasks waiting
            set picked = true, picked_by = :by, last_heartbeat = clock_timestamp(), version = version + 1
            from next
            where waiting.task_name = :task and waiting.task_instance = next.task_instance and not waiting.picked
                and coalesce(waiting.consecutive_failures, 0) = 0 and :pick
            returning waiting.task_instance, waiting.version, waiting.task_data
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    GivenCommands(JdbcClient jdbc, DbSchedulerCustomizer stored) {
        this.jdbc = jdbc;
        this.serializer = stored.serializer().orElseThrow();
    }

    /** @param picked whether the instance that asked has it in hand now */
    record Queued(String id, long version, boolean picked, EngineCommand command) {
    }

    /**
     * Writes a command, with its number from a sequence, so that those of one target are in the order in which they were given.
     *
     * @param pick whether it is sent as soon as it is committed, unless an earlier one of its target is still to be sent
     */
    Queued add(EngineCommand command, boolean pick) {
        return jdbc.sql("""
                        with numbered as (
                            select :target || lpad(nextval('engine_command_order')::text, 19, '0') as id),
                        given as (
                            select id, exists (select from scheduled_tasks
                                where task_name = :task and task_instance >= :first and task_instance < id
                                    and starts_with(task_instance, :target)
                                    and execution_time < now() + make_interval(secs => :parkedAfter)) as waits
                            from numbered)
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by,
                            last_heartbeat, version, priority)
                        select :task, id, :data,
                            clock_timestamp() + case when waits then make_interval(secs => :latest) else interval '0' end,
                            :pick and not waits, case when :pick and not waits then :by end,
                            case when :pick and not waits then clock_timestamp() end, 1, :priority
                        from given
                        returning task_instance, picked
                        """)
                .param("target", command.target() + CommandQueue.SEPARATOR)
                .param("first", CommandQueue.instanceId(command.target(), 0))
                .param("task", TASK)
                .param("parkedAfter", CommandAttempt.PARKED_AFTER.toSeconds())
                .param("data", serializer.serialize(command))
                .param("latest", pick ? AT_THE_LATEST.toSeconds() : 0)
                .param("pick", pick)
                .param("by", PICKED_BY)
                .param("priority", Priority.HIGH)
                .query((row, number) -> new Queued(row.getString("task_instance"), 1, row.getBoolean("picked"), command))
                .single();
    }

    /**
     * Removes a command that was sent and picks the next one of its target, unless that has failed and waits.
     *
     * @param pick whether the next one is sent at once
     */
    Optional<Queued> finish(String id, long version, boolean pick) {
        return jdbc.sql("""
                        with gone as (
                            delete from scheduled_tasks
                            where task_name = :task and task_instance = :id and version = :version)
                        """ + PICK_NEXT)
                .param("version", version)
                .params(next(id, pick))
                .query(this::queued).optional();
    }

    /** Picks a command whose earlier ones of the same target have all been sent meanwhile. */
    Optional<Queued> pickNext(String id) {
        return jdbc.sql("""
                        with gone as (
                            select 1)
                        """ + PICK_NEXT)
                .params(next(CommandQueue.instanceId(CommandQueue.targetOf(id), 0), true))
                .query(this::queued).optional();
    }

    private Queued queued(ResultSet row, int number) throws SQLException {
        return new Queued(row.getString("task_instance"), row.getLong("version"), true,
                serializer.deserialize(EngineCommand.class, row.getBytes("task_data")));
    }

    private static Map<String, Object> next(String after, boolean pick) {
        String target = CommandQueue.targetOf(after);
        return Map.of("task", TASK, "id", after, "last", CommandQueue.instanceId(target, Long.MAX_VALUE),
                "target", target + CommandQueue.SEPARATOR, "parkedAfter", CommandAttempt.PARKED_AFTER.toSeconds(),
                "pick", pick, "by", PICKED_BY);
    }

    /** Puts a command back that could not be sent. */
    void putBack(String id, long version, Duration wait) {
        jdbc.sql("""
                        update scheduled_tasks
                           set picked = false, picked_by = null, last_heartbeat = null, last_failure = now(),
                               consecutive_failures = 1, execution_time = clock_timestamp() + make_interval(secs => :wait),
                               version = version + 1
                         where task_name = :task and task_instance = :id and version = :version
                        """)
                .param("task", TASK)
                .param("id", id).param("version", version).param("wait", wait.toMillis() / 1000.0)
                .update();
    }
}
