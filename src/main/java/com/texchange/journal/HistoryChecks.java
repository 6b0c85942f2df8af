package com.texchange.journal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.audit.HistoryCheck;
import com.texchange.audit.HistoryDifference;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Holds what histories say against the tables, each night, and shows process managers what has come of it. */
@Service
public class HistoryChecks {

    /** So many differences of a check are kept; all are counted. */
    static final int MOST = 200;
    private static final String TASK = "check-histories";
    private static final Logger LOG = LoggerFactory.getLogger(HistoryChecks.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);
    private static final int KEPT_RUNS = 30;
    private static final int LONGEST = 500;

    private final List<HistoryCheck> checks;
    private final SchedulerClient scheduler;
    private final com.github.kagkarlsson.scheduler.Clock schedulerClock;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final JdbcClient jdbc;
    private final Clock clock;

    HistoryChecks(List<HistoryCheck> checks, SchedulerClient scheduler, com.github.kagkarlsson.scheduler.Clock schedulerClock,
            AuditTrail audit, ChangeFeed feed, JdbcClient jdbc, Clock clock) {
        this.checks = checks;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
        this.audit = audit;
        this.feed = feed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The latest run of a check.
     *
     * @param endedAt   null while it runs, or was broken off
     * @param lookedAt  how many rows it has looked at
     * @param differing of how many history and table say different things
     * @param failure   why it could not be run to its end; null if it could
     */
    public record Run(String name, Instant begunAt, @Nullable Instant endedAt, long lookedAt, long differing,
            @Nullable String failure) {
    }

    /** A difference that a run has found. */
    public record Found(String name, String subjectType, String subjectId, String label, String byHistory, String byTable) {
    }

    @Bean
    static Task<Void> checkHistories(ObjectProvider<HistoryChecks> histories) {
        return Tasks.recurring(TASK, Schedules.daily(AT_NIGHT)).execute((instance, context) -> histories.getObject().run());
    }

    /** Each check's latest run, by its name. */
    public List<Run> latest(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select distinct on (name) name, begun_at, ended_at, looked_at, differing, failure from history_check
                order by name, id desc
                """).query(Run.class).list();
    }

    /** What the latest runs have found, at most {@value #MOST} of each. */
    public List<Found> differences(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select latest.name, found.subject_type, found.subject_id, found.label, found.by_history, found.by_table
                from (select distinct on (name) id, name from history_check order by name, id desc) latest
                    join history_difference found on found.check_id = latest.id
                order by latest.name, found.id offset :offset limit :limit
                """)
                .param("offset", offset).param("limit", limit).query(Found.class).list();
    }

    /** Has all checks run as soon as possible, besides the next night. */
    public void runSoon(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        audit.record(Audited.of(AuditKind.HISTORIES_CHECKED, actor));
        TaskInstanceId task = TaskInstanceId.of(TASK, RecurringTask.INSTANCE);
        scheduler.getScheduledExecution(task).filter(scheduled -> !scheduled.isPicked())
                .ifPresent(scheduled -> scheduler.reschedule(task, schedulerClock.now()));
    }

    void run() {
        checks.forEach(this::run);
        jdbc.sql("""
                delete from history_check where id in (select id from (
                    select id, row_number() over (partition by name order by id desc) as age from history_check) aged where age > :kept)
                """).param("kept", KEPT_RUNS).update();
    }

    void run(HistoryCheck check) {
        long id = jdbc.sql("insert into history_check (name, begun_at) values (:name, :now) returning id")
                .param("name", check.name()).param("now", clock.instant()).query(Long.class).single();
        feed.publish(new Change(Change.Topic.CHECKS, check.name()));
        AtomicInteger differing = new AtomicInteger();
        long looked = 0;
        String failure = null;
        try {
            looked = check.look(found -> keep(id, found, differing.incrementAndGet()));
        } catch (RuntimeException e) {
            LOG.warn("The check {} could not be run to its end", check.name(), e);
            failure = cut(String.valueOf(e.getMessage()));
        }
        jdbc.sql("update history_check set ended_at = :now, looked_at = :looked, differing = :differing, failure = :failure where id = :id")
                .param("now", clock.instant()).param("looked", looked).param("differing", differing.get()).param("failure", failure)
                .param("id", id).update();
        feed.publish(new Change(Change.Topic.CHECKS, check.name()));
        if (differing.get() > 0) {
            LOG.warn("The check {} has found {} differences between histories and tables", check.name(), differing);
        }
    }

    private void keep(long check, HistoryDifference found, int number) {
        if (number <= MOST) {
            jdbc.sql("""
                    insert into history_difference (check_id, subject_type, subject_id, label, by_history, by_table)
                    values (:check, :type, :id, :label, :history, :table)
                    """)
                    .param("check", check).param("type", found.type()).param("id", found.id()).param("label", cut(found.label()))
                    .param("history", cut(found.byHistory())).param("table", cut(found.byTable())).update();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
