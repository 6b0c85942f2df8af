package com.texchange.operations;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.process.ProcessSubject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What process managers watch, as far as PostgreSQL knows it: independent of the engine. */
@Service
@Transactional(readOnly = true)
public class Operations {

    /** No count goes higher where the exact number says nothing more. */
    public static final int MOST_COUNTED = 1000;
    /** For so long a letter that was given up is shown. */
    private static final Duration RECENT = Duration.ofDays(14);
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
                select (select count(*) from onboarding_listed
                        where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')) as onboardings,
                    (select count(*) from registrations_request
                        where onboarding_id is null and state in ('REQUESTED', 'APPROVED')) as registrations,
                    (select count(*) from connections_order where own_process and state <> 'FINISHED') as orders,
                    (select count(*) from tasks_task where state = 'OPEN' and due_at < :now) as late_tasks,
                    waiting.queued_letters, waiting.troubled_letters,
                    (select count(*) from mail_letter where state = 'FAILED' and queued_at > :recent) as failed_letters
                from (select count(*) as queued_letters, count(*) filter (where attempts > 0) as troubled_letters
                    from mail_letter where state = 'QUEUED') waiting
                """)
                .param("now", clock.instant()).param("recent", recent())
                .query(Figures.class).single();
    }

    /** How many tasks are late, at most {@link #MOST_COUNTED}. */
    public int lateTasks(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select count(*) from (
                    select 1 from tasks_task where state = 'OPEN' and due_at < :now limit :limit) late
                """)
                .param("now", clock.instant()).param("limit", MOST_COUNTED)
                .query(Integer.class).single();
    }

    /** The longest overdue first. */
    public List<LateTask> lateTasks(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<Late> rows = jdbc.sql("""
                select task_key, element_id, due_at, subject_id, subject, candidate_groups, assignee_name
                from tasks_task where state = 'OPEN' and due_at < :now
                order by due_at, task_key offset :offset limit :limit
                """)
                .param("now", clock.instant()).param("offset", offset).param("limit", limit)
                .query(Late.class).list();
        Map<UUID, SubjectInfo> about = subjects.find(rows.stream().map(Late::subjectId).toList());
        return rows.stream().map(row -> row.about(about.get(row.subjectId()))).toList();
    }

    private record Late(long taskKey, String elementId, Instant dueAt, UUID subjectId, String subject,
            Set<String> candidateGroups, @Nullable String assigneeName) {

        LateTask about(@Nullable SubjectInfo about) {
            return new LateTask(taskKey, elementId, dueAt, subject, candidateGroups, assigneeName, about);
        }
    }

    /**
     * Letters that are not out yet, and those that were given up lately; the latest first. Each kind by itself: looked for together they are
     * found among all that were ever given up or called back.
     */
    public List<StuckLetter> letters(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select m.id, m.recipient, m.subject, m.attempts, m.last_error as error, m.queued_at,
                    case when m.state = 'QUEUED' then coalesce(m.next_attempt_at, m.queued_at) end as next,
                    coalesce((select line.id from onboarding_listed line where line.id = m.reference),
                        (select r.onboarding_id from registrations_request r where r.id = m.reference)) as onboarding
                from (select * from mail_letter where state = 'QUEUED'
                    union all select * from mail_letter where state = 'FAILED' and queued_at > :recent) m
                order by m.queued_at desc, m.id offset :offset limit :limit
                """)
                .param("recent", recent()).param("offset", offset).param("limit", limit)
                .query(StuckLetter.class).list();
    }

    /** What processes are about; those that are not known are not there. */
    public Map<UUID, SubjectInfo> describe(Collection<ProcessSubject> about, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return subjects.find(about.stream().map(ProcessSubject::id).toList());
    }

    private Instant recent() {
        return clock.instant().minus(RECENT);
    }
}
