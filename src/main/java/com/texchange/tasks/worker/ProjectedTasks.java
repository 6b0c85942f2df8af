package com.texchange.tasks.worker;

import com.texchange.common.Change.Topic;
import com.texchange.common.ChangeFeed;
import com.texchange.process.ProcessJob;
import com.texchange.tasks.SearchText;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of projected tasks: a statement for each piece of news. */
@Repository
class ProjectedTasks {

    /** Stands for the business object of an element that no module has a form for. */
    static final UUID NO_SUBJECT = new UUID(0, 0);
    private static final int MAX_SUBJECT = 500;
    /** A newer task that asks the same stands for this one: its late news does not bring it back. */
    private static final String SUPERSEDED = """
            (:state = 'OPEN' and %2$s <> :none and exists (select from user_task newer
                where newer.element_id = %1$s and newer.subject_id = %2$s and newer.task_key > :key
                    and newer.state in ('OPEN', 'SUBMITTED')))""";
    private static final String APPLY = """
            with before as (
                select candidate_groups, assignee from user_task where task_key = :key
            ), written as (
                insert into user_task as t (task_key, element_id, process_id, process_instance_key, subject_id, subject,
                    search_text, candidate_groups, assignee, priority, state, created_at, due_at, finished_at, last_job)
                select :key, :element, :process, :instance, :subjectId, :subject, common_search_form(:search),
                    cast(:groups as varchar[]), (select id from accounts_person where id = :assignee), :priority,
                    case when %s then 'CANCELED' else :state end, :now, cast(:due as timestamptz),
                    case when :state <> 'OPEN' or %s then cast(:now as timestamptz) end, :job
                where :addable or exists (select from before)
                on conflict (task_key) do update set
                    candidate_groups = excluded.candidate_groups,
                    priority = excluded.priority,
                    due_at = excluded.due_at,
                    assignee = case when :assigning and not t.claim_unconfirmed
                        then excluded.assignee else t.assignee end,
                    claim_unconfirmed = t.claim_unconfirmed
                        and not (:assigning and t.assignee is not distinct from excluded.assignee),
                    state = case when %s then 'CANCELED'
                        when t.state = 'SUBMITTED' and :state = 'OPEN' then t.state else :state end,
                    submitted_by = case when t.state <> 'SUBMITTED' and :state = 'OPEN'
                        then null else t.submitted_by end,
                    submitted_at = case when t.state <> 'SUBMITTED' and :state = 'OPEN'
                        then null else t.submitted_at end,
                    finished_at = case when :state <> 'OPEN' or %s then cast(:now as timestamptz) end,
                    last_job = excluded.last_job
                where t.last_job < excluded.last_job
                returning t.xmax = 0 as is_new, t.state, t.candidate_groups, t.assignee
            )
            select exists (select from before) as known, written.state is not null as applied,
                coalesce(written.is_new, false) as is_new, coalesce(written.state, '') as state,
                case when written.state is not null then %5$s end as told
            from (select) one left join before on true left join written on true
            """.formatted(SUPERSEDED.formatted(":element", ":subjectId"), SUPERSEDED.formatted(":element", ":subjectId"),
                    SUPERSEDED.formatted("t.element_id", "t.subject_id"), SUPERSEDED.formatted("t.element_id", "t.subject_id"),
                    ChangeFeed.telling(Topic.TASKS, """
                            array_remove(written.candidate_groups || before.candidate_groups
                                || array[written.assignee::text, before.assignee::text]::varchar[], null)"""));

    private final JdbcClient jdbc;
    private final Clock clock;

    ProjectedTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a task asks about. */
    record Subject(UUID id, TaskSubject about) {

        String line() {
            return about.line().length() > MAX_SUBJECT ? about.line().substring(0, MAX_SUBJECT) : about.line();
        }
    }

    /**
     * What a piece of news has changed. The groups and people that have or had the task have been told.
     *
     * @param known    whether the task had a row
     * @param applied  whether the news was newer than all that the row has taken; also of a new row
     */
    record Applied(boolean known, boolean applied, boolean isNew, String state) {

        boolean isOpen() {
            return state.equals(UserTask.State.OPEN.name());
        }
    }

    /**
     * A person's decision stays submitted through further events, until the task is completed or canceled.
     *
     * @param subject of a task that may be new; without it only the row of a known one is changed, and keeps its subject
     */
    Applied apply(ListenerEvent event, ProcessJob job, UserTaskHeaders task, @Nullable Subject subject) {
        return jdbc.sql(APPLY)
                .param("key", task.taskKey())
                .param("element", job.elementId())
                .param("process", job.processId())
                .param("instance", job.processInstanceKey())
                .param("subjectId", subject == null ? NO_SUBJECT : subject.id())
                .param("subject", subject == null ? "" : subject.line())
                .param("search", subject == null ? "" : SearchText.of(subject.about()))
                .param("groups", task.candidateGroups().toArray(String[]::new))
                .param("assignee", task.assignee())
                .param("priority", task.priority())
                .param("state", event.state())
                .param("now", clock.instant())
                .param("due", task.dueAt())
                .param("job", job.key())
                .param("assigning", event == ListenerEvent.ASSIGNING)
                .param("addable", subject != null)
                .param("none", NO_SUBJECT)
                .query(Applied.class).single();
    }

    /**
     * What came of a new task once its owner has answered it or not.
     *
     * @param isOpen    whether it still asks
     * @param continues whether an earlier one asked the same and was withdrawn lately: by an engine that had lost its process, or
     *                  a process that came back to it
     * @param told      the groups and people of those that it stands for from now on
     */
    record Settled(boolean isOpen, boolean continues, Set<String> told) {
    }

    /**
     * One open task for an element and a business object: an older one is left over, by key, since jobs may be late; and a newer
     * one may have been offered at the same moment, and been waited for by the owner's lock.
     */
    Settled settle(long taskKey, String element, UUID subject) {
        return jdbc.sql("""
                with older as (
                    update user_task set state = 'CANCELED', finished_at = :now
                    where element_id = :element and subject_id = :subject and task_key < :key and subject_id <> :none
                        and state in ('OPEN', 'SUBMITTED')
                    returning candidate_groups, assignee
                ), superseded as (
                    update user_task older set state = 'CANCELED', finished_at = :now
                    where older.task_key = :key and older.subject_id <> :none and exists (select from user_task newer
                        where newer.element_id = older.element_id and newer.subject_id = older.subject_id
                            and newer.task_key > older.task_key and newer.state in ('OPEN', 'SUBMITTED'))
                    returning older.task_key
                )
                select state = 'OPEN' and not exists (select from superseded) as is_open,
                    :subject <> :none and (exists (select from older) or exists (select from user_task earlier
                        where earlier.element_id = :element and earlier.subject_id = :subject and earlier.task_key <> :key
                            and earlier.state = 'CANCELED' and earlier.finished_at > now() - interval '1 day')) as continues,
                    array(select unnest(candidate_groups) from older
                        union select assignee::text from older where assignee is not null) as told
                from user_task where task_key = :key
                """)
                .param("key", taskKey)
                .param("element", element)
                .param("subject", subject)
                .param("none", NO_SUBJECT)
                .param("now", clock.instant())
                .query(Settled.class).single();
    }

    /** Tells the groups and people that had it. @return false if it was not open */
    boolean close(long taskKey) {
        return jdbc.sql("""
                update user_task set state = 'CANCELED', finished_at = :now
                where task_key = :key and state in ('OPEN', 'SUBMITTED')
                returning\s""" + ChangeFeed.telling(Topic.TASKS, "array_remove(candidate_groups || array[assignee::text]::varchar[], null)"))
                .param("key", taskKey)
                .param("now", clock.instant())
                .query(Integer.class).optional().isPresent();
    }

    /** No task of the engine that is gone can be done, and a task of the new one may get its key. */
    int retireAll() {
        return jdbc.sql("""
                update user_task set task_key = -nextval('retired_task_key'),
                    finished_at = case when state in ('OPEN', 'SUBMITTED') then :now else finished_at end,
                    state = case when state in ('OPEN', 'SUBMITTED') then 'CANCELED' else state end
                where task_key > 0
                """)
                .param("now", clock.instant())
                .update();
    }
}
