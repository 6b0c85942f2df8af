package com.texchange.process;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.texchange.common.LastStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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

    private static final String ADD = """
            insert into scheduled_tasks as t (task_name, task_instance, task_data, execution_time, picked, picked_by, last_heartbeat,
                version, priority)
            with numbered as (
                select given.*, target || lpad(nextval('engine_command_order')::text, 19, '0') as id
                from (select * from rows from (json_to_recordset(cast(:commands as json)) as (target text, data text, pick boolean))
                    with ordinality as command (target, data, pick, place) order by place) given),
            placed as (
                select numbered.*, exists (select from numbered earlier
                        where earlier.target = numbered.target and earlier.place < numbered.place)
                    or exists (select from scheduled_tasks
                        where task_name = '%1$s' and task_instance >= target || lpad('', 19, '0') and task_instance < id
                            and starts_with(task_instance, target)
                            and execution_time < now() + make_interval(secs => %2$d)) as waits
                from numbered)
            select '%1$s', id, decode(data, 'base64'),
                clock_timestamp() + case when pick and waits then make_interval(secs => %3$d) else interval '0' end,
                pick and not waits, case when pick and not waits then '%4$s' end,
                case when pick and not waits then clock_timestamp() end, 1, %5$d
            from placed
            returning t.task_instance as id, t.picked
            """.formatted(TASK, CommandAttempt.PARKED_AFTER.toSeconds(), AT_THE_LATEST.toSeconds(), PICKED_BY, Priority.HIGH);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final LastStatement last;
    private final Serializer serializer;
    private final LastStatement.Part<Given> adding = new LastStatement.Part<>("commands", ADD, this::rows, this::written);

    GivenCommands(JdbcClient jdbc, LastStatement last, DbSchedulerCustomizer stored) {
        this.jdbc = jdbc;
        this.last = last;
        this.serializer = stored.serializer().orElseThrow();
    }

    /** @param picked whether the instance that asked has it in hand now */
    record Queued(String id, long version, boolean picked, EngineCommand command) {
    }

    /**
     * Writes a command at the end of the transaction, with its number from a sequence, so that those of one target are in the order in
     * which they were given.
     *
     * @param pick    whether it is sent as soon as it is committed, unless an earlier one of its target is still to be sent
     * @param written hears of it before the transaction commits
     */
    void add(EngineCommand command, boolean pick, Consumer<Queued> written) {
        last.add(adding, new Given(command, pick, written));
    }

    private String rows(List<Given> given) {
        return JSON.writeValueAsString(given.stream().map(one -> Map.of("target", one.command().target() + CommandQueue.SEPARATOR,
                "data", serializer.serialize(one.command()), "pick", one.pick())).toList());
    }

    /** Numbered as they were given. */
    private void written(List<Given> given, String rows) {
        List<Added> added = JSON.readValue(rows, new TypeReference<List<Added>>() { }).stream()
                .sorted(Comparator.comparing((Added one) -> CommandQueue.numberOf(one.id()))).toList();
        for (int i = 0; i < given.size(); i++) {
            given.get(i).written().accept(new Queued(added.get(i).id(), 1, added.get(i).picked(), given.get(i).command()));
        }
    }

    private record Given(EngineCommand command, boolean pick, Consumer<Queued> written) {
    }

    /** As {@link #ADD} returns it. */
    record Added(String id, boolean picked) {
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
