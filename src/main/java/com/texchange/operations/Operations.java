package com.texchange.operations;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.process.ProcessSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What process managers watch, as far as PostgreSQL knows it: independent of the engine. */
@Service
@Transactional(readOnly = true)
public class Operations {

    /** For so long a letter that was given up is shown. */
    private static final Duration RECENT = Duration.ofDays(14);
    private static final String STUCK = """
            from mail_delivery m where (m.state = 'QUEUED' or m.state = 'FAILED' and m.queued_at > :recent)
            """;

    private final JdbcClient jdbc;
    private final ProcessSubjects subjects;
    private final Clock clock;

    Operations(JdbcClient jdbc, ProcessSubjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.clock = clock;
    }

    public Figures figures(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select (select count(*) from onboarding where process_ended_at is null) as onboardings,
                    (select count(*) from registration
                        where onboarding_id is null and state in ('REQUESTED', 'APPROVED')) as registrations,
                    (select count(*) from connection_order placed where placed.state <> 'FINISHED' and not exists (
                        select from onboarding where onboarding.connection_order_id = placed.id)) as orders,
                    (select count(*) from user_task where state = 'OPEN' and due_at < :now) as late,
                    count(*) filter (where state = 'QUEUED') as queued,
                    count(*) filter (where state = 'QUEUED' and attempts > 0) as troubled,
                    count(*) filter (where state = 'FAILED' and queued_at > :recent) as failed
                from mail_delivery where state <> 'SENT'
                """)
                .param("now", now()).param("recent", recent())
                .query((row, number) -> new Figures(row.getInt("onboardings"), row.getInt("registrations"),
                        row.getInt("orders"), row.getInt("late"), row.getInt("queued"), row.getInt("troubled"),
                        row.getInt("failed")))
                .single();
    }

    /** The longest overdue first. */
    public List<LateTask> lateTasks(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<Late> rows = jdbc.sql("""
                select t.task_key, t.element_id, t.due_at, t.subject_id, a.name as assignee
                from user_task t left join account a on a.id = t.assignee
                where t.state = 'OPEN' and t.due_at < :now
                order by t.due_at, t.task_key offset :offset limit :limit
                """)
                .param("now", now()).param("offset", offset).param("limit", limit)
                .query((row, number) -> new Late(row.getLong("task_key"), row.getString("element_id"),
                        instant(row, "due_at"), row.getString("assignee"), row.getObject("subject_id", UUID.class)))
                .list();
        Map<UUID, SubjectInfo> about = subjects.find(rows.stream().map(Late::subject).toList());
        return rows.stream().map(row -> new LateTask(row.key(), row.elementId(), row.due(), row.assignee(),
                about.get(row.subject()))).toList();
    }

    private record Late(long key, String elementId, Instant due, @Nullable String assignee, UUID subject) {
    }

    /** Letters that are not out yet, and those that were given up lately; the latest first. */
    public List<StuckLetter> letters(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select m.*, (select o.id from onboarding o where o.id = m.reference
                    union all select r.onboarding_id from registration r where r.id = m.reference limit 1) as onboarding
                """ + STUCK + "order by m.queued_at desc, m.id offset :offset limit :limit")
                .param("recent", recent()).param("offset", offset).param("limit", limit)
                .query((row, number) -> letter(row)).list();
    }

    /** What processes are about; those that are not known are not there. */
    public Map<UUID, SubjectInfo> describe(Collection<ProcessSubject> about, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return subjects.find(about.stream().map(ProcessSubject::id).toList());
    }

    private static StuckLetter letter(ResultSet row) throws SQLException {
        UUID onboarding = row.getObject("onboarding", UUID.class);
        boolean givenUp = row.getString("state").equals("FAILED");
        return new StuckLetter(row.getObject("id", UUID.class), row.getString("recipient"), row.getString("subject"),
                row.getInt("attempts"), row.getString("last_error"),
                givenUp ? null : Objects.requireNonNullElse(instantOrNull(row, "next_attempt_at"), instant(row, "queued_at")),
                onboarding == null ? null : new OnboardingId(onboarding));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime recent() {
        return now().minus(RECENT);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
