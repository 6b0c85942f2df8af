package com.texchange.tasks.worker;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.process.EngineReplaced;
import com.texchange.process.ProcessJob;
import com.texchange.process.UserTaskGone;
import com.texchange.tasks.SearchText;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.texchange.tasks.UserTaskOffered;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the inbox's copy of the engine's user tasks. Jobs may come twice, late or at the same time: a row takes only a
 * job that is newer than all that it has taken, by the job's key, so a late one never undoes what came after it.
 */
@Component
class UserTaskProjection {

    /** Stands for the business object of an element that no module has a form for. */
    static final UUID NO_SUBJECT = new UUID(0, 0);
    private static final int MAX_SUBJECT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(UserTaskProjection.class);

    private final JdbcClient jdbc;
    private final TaskForms forms;
    private final ChangeFeed changes;
    private final ApplicationEventPublisher events;
    private final NewTasks newTasks;
    private final Clock clock;

    UserTaskProjection(JdbcClient jdbc, TaskForms forms, ChangeFeed changes, ApplicationEventPublisher events,
            NewTasks newTasks, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.changes = changes;
        this.events = events;
        this.newTasks = newTasks;
        this.clock = clock;
    }

    private record Subject(UUID id, TaskSubject about) {

        static final Subject KNOWN = new Subject(NO_SUBJECT, new TaskSubject("", List.of()));
    }

    private record Audience(Set<String> candidateGroups, @Nullable UUID assignee) {
    }

    @Transactional
    void apply(ListenerEvent event, ProcessJob job, UserTaskHeaders task) {
        Optional<Audience> before = audience(task.taskKey());
        // The row of a known task keeps its subject: only a new one needs to ask the module that owns it.
        Subject subject = before.isPresent() ? Subject.KNOWN : subject(job);
        Optional<Boolean> isNew = upsert(event, job, task, subject);
        if (isNew.isEmpty()) {
            return;
        }
        boolean open = event.state() == UserTask.State.OPEN && !withdrawIfSuperseded(task.taskKey());
        if (open && isNew.get()) {
            offer(job, task, subject);
        }
        Set<String> audience = new HashSet<>();
        before.ifPresent(old -> add(audience, old));
        audience(task.taskKey()).ifPresent(now -> add(audience, now));
        audience.forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id)));
    }

    /**
     * The owner of the business object comes first, since it locks that: rows of other tasks are locked only after it,
     * as by whoever decides.
     */
    private void offer(ProcessJob job, UserTaskHeaders task, Subject subject) {
        events.publishEvent(new UserTaskOffered(new UserTask(task.taskKey(), job.elementId(), subject.id(),
                subject.about().line(), task.candidateGroups(), null, null, task.priority(), UserTask.State.OPEN,
                clock.instant(), task.dueAt(), 0, null, null, null)));
        closeOlder(task.taskKey());
        // A newer one may have been offered at the same moment, and been waited for by the owner's lock.
        withdrawIfSuperseded(task.taskKey());
        newTasks.welcome(task.taskKey(), subject.about());
    }

    /** One open task for an element and a business object: an older one is left over. By key, since jobs may be late. */
    private void closeOlder(long taskKey) {
        jdbc.sql("""
                update user_task older set state = 'CANCELED', finished_at = :now
                from user_task newer
                where newer.task_key = :key and older.task_key < newer.task_key
                    and older.element_id = newer.element_id and older.subject_id = newer.subject_id
                    and older.subject_id <> :none and older.state in ('OPEN', 'SUBMITTED')
                returning older.candidate_groups, older.assignee
                """)
                .param("key", taskKey)
                .param("none", NO_SUBJECT)
                .param("now", clock.instant())
                .query(Audience.class).list()
                .forEach(this::tell);
    }

    /** The late news of a task that a newer one stands for already does not bring it back. */
    private boolean withdrawIfSuperseded(long taskKey) {
        return jdbc.sql("""
                update user_task older set state = 'CANCELED', finished_at = :now
                where older.task_key = :key and older.subject_id <> :none and exists (select from user_task newer
                    where newer.element_id = older.element_id and newer.subject_id = older.subject_id
                        and newer.task_key > older.task_key and newer.state in ('OPEN', 'SUBMITTED'))
                """)
                .param("key", taskKey)
                .param("none", NO_SUBJECT)
                .param("now", clock.instant())
                .update() == 1;
    }

    /** No task of the engine that is gone can be done, and a task of the new one may get its key. */
    @EventListener
    @Transactional
    void retireAll(EngineReplaced replaced) {
        int retired = jdbc.sql("""
                update user_task set task_key = -nextval('retired_task_key'),
                    finished_at = case when state in ('OPEN', 'SUBMITTED') then :now else finished_at end,
                    state = case when state in ('OPEN', 'SUBMITTED') then 'CANCELED' else state end
                where task_key > 0
                """)
                .param("now", clock.instant())
                .update();
        LOG.info("{} user tasks of the engine that is gone are closed", retired);
    }

    /** The engine has no such open task any more: it was completed or canceled past the listeners. */
    @EventListener
    @Transactional
    void close(UserTaskGone gone) {
        boolean closed = jdbc.sql("""
                update user_task set state = 'CANCELED', finished_at = :now
                where task_key = :key and state in ('OPEN', 'SUBMITTED')
                """)
                .param("key", gone.userTaskKey())
                .param("now", clock.instant())
                .update() == 1;
        if (closed) {
            LOG.warn("User task {} is gone from the engine: it leaves the inbox as canceled", gone.userTaskKey());
            audience(gone.userTaskKey()).ifPresent(this::tell);
        }
    }

    private void tell(Audience audience) {
        Set<String> ids = new HashSet<>();
        add(ids, audience);
        ids.forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id)));
    }

    /**
     * A person's decision stays submitted through further events, until the task is completed or canceled.
     *
     * @return whether the row is new; empty if the job was late or repeated
     */
    private Optional<Boolean> upsert(ListenerEvent event, ProcessJob job, UserTaskHeaders task, Subject subject) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into user_task as t (task_key, element_id, process_id, process_instance_key, subject_id, subject,
                    search_text, candidate_groups, assignee, priority, state, created_at, due_at, finished_at, last_job)
                values (:key, :element, :process, :instance, :subjectId, :subject, common_search_form(:search),
                    cast(:groups as varchar[]),
                    (select id from accounts_person where id = :assignee), :priority, :state, :now, :due, :finished, :job)
                on conflict (task_key) do update set
                    candidate_groups = excluded.candidate_groups,
                    priority = excluded.priority,
                    due_at = excluded.due_at,
                    assignee = case when :assigning and not t.claim_unconfirmed
                        then excluded.assignee else t.assignee end,
                    claim_unconfirmed = t.claim_unconfirmed
                        and not (:assigning and t.assignee is not distinct from excluded.assignee),
                    state = case when t.state = 'SUBMITTED' and excluded.state = 'OPEN'
                        then t.state else excluded.state end,
                    submitted_by = case when t.state <> 'SUBMITTED' and excluded.state = 'OPEN'
                        then null else t.submitted_by end,
                    submitted_at = case when t.state <> 'SUBMITTED' and excluded.state = 'OPEN'
                        then null else t.submitted_at end,
                    finished_at = excluded.finished_at,
                    last_job = excluded.last_job
                where t.last_job < excluded.last_job
                returning t.xmax = 0
                """)
                .param("key", task.taskKey())
                .param("element", job.elementId())
                .param("process", job.processId())
                .param("instance", job.processInstanceKey())
                .param("subjectId", subject.id())
                .param("subject", cut(subject.about().line()))
                .param("search", SearchText.of(subject.about()))
                .param("groups", task.candidateGroups().toArray(String[]::new))
                .param("assignee", task.assignee())
                .param("priority", task.priority())
                .param("state", event.state())
                .param("now", now)
                .param("due", task.dueAt())
                .param("finished", event.state() == UserTask.State.OPEN ? null : now)
                .param("job", job.key())
                .param("assigning", event == ListenerEvent.ASSIGNING)
                // PostgreSQL marks a row that it has updated instead of inserted by whoever locked it for that.
                .query(Boolean.class).optional();
    }

    private Subject subject(ProcessJob job) {
        Optional<TaskForm> form = forms.find(job.elementId());
        if (form.isEmpty()) {
            LOG.warn("No form for user task element {} of process {}", job.elementId(), job.processId());
            return new Subject(NO_SUBJECT, new TaskSubject(job.elementId(), List.of()));
        }
        UUID id = job.uuid(form.get().subjectVariable());
        return new Subject(id, form.get().subject(id));
    }

    private static String cut(String line) {
        return line.length() > MAX_SUBJECT ? line.substring(0, MAX_SUBJECT) : line;
    }

    private Optional<Audience> audience(long taskKey) {
        return jdbc.sql("select candidate_groups, assignee from user_task where task_key = :key")
                .param("key", taskKey)
                .query(Audience.class)
                .optional();
    }

    private static void add(Set<String> ids, Audience audience) {
        ids.addAll(audience.candidateGroups());
        if (audience.assignee() != null) {
            ids.add(audience.assignee().toString());
        }
    }
}
