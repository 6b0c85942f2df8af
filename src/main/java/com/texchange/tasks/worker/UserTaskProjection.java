package com.texchange.tasks.worker;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.process.ProcessJob;
import com.texchange.process.UserTaskGone;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.UserTask;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final UUID NO_SUBJECT = new UUID(0, 0);
    private static final int MAX_SUBJECT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(UserTaskProjection.class);

    private final JdbcClient jdbc;
    private final TaskForms forms;
    private final ChangeFeed changes;
    private final Clock clock;

    UserTaskProjection(JdbcClient jdbc, TaskForms forms, ChangeFeed changes, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.changes = changes;
        this.clock = clock;
    }

    private record Subject(UUID id, String text) {
    }

    private record Audience(String[] candidateGroups, @Nullable UUID assignee) {
    }

    @Transactional
    void apply(ListenerEvent event, ProcessJob job) {
        UserTaskHeaders task = UserTaskHeaders.of(job);
        Optional<Audience> before = audience(task.taskKey());
        // The row of a known task keeps its subject: only a new one needs to ask the module that owns it.
        Subject subject = before.isPresent() ? new Subject(NO_SUBJECT, "") : subject(job);
        if (upsert(event, job, task, subject)) {
            Set<String> audience = new HashSet<>();
            before.ifPresent(old -> add(audience, old));
            audience(task.taskKey()).ifPresent(now -> add(audience, now));
            audience.forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id)));
        }
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
                .param("now", Timestamp.from(Instant.now(clock)))
                .update() == 1;
        if (closed) {
            LOG.warn("User task {} is gone from the engine: it leaves the inbox as canceled", gone.userTaskKey());
            Set<String> audience = new HashSet<>();
            audience(gone.userTaskKey()).ifPresent(now -> add(audience, now));
            audience.forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id)));
        }
    }

    /** A person's decision stays submitted through further events, until the task is completed or canceled. */
    private boolean upsert(ListenerEvent event, ProcessJob job, UserTaskHeaders task, Subject subject) {
        Timestamp now = Timestamp.from(Instant.now(clock));
        return jdbc.sql("""
                insert into user_task as t (task_key, element_id, process_id, process_instance_key, subject_id, subject,
                    candidate_groups, assignee, priority, state, created_at, due_at, finished_at, last_job)
                values (:key, :element, :process, :instance, :subjectId, :subject, cast(:groups as varchar[]),
                    (select id from account where id = :assignee), :priority, :state, :now, :due, :finished, :job)
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
                """)
                .param("key", task.taskKey())
                .param("element", job.elementId())
                .param("process", job.processId())
                .param("instance", job.processInstanceKey())
                .param("subjectId", subject.id())
                .param("subject", subject.text())
                .param("groups", task.candidateGroups().toArray(String[]::new))
                .param("assignee", task.assignee(), Types.OTHER)
                .param("priority", task.priority())
                .param("state", event.state().name())
                .param("now", now)
                .param("due", task.dueAt() == null ? null : Timestamp.from(task.dueAt()), Types.TIMESTAMP)
                .param("finished", event.state() == UserTask.State.OPEN ? null : now, Types.TIMESTAMP)
                .param("job", job.key())
                .param("assigning", event == ListenerEvent.ASSIGNING)
                .update() == 1;
    }

    private Subject subject(ProcessJob job) {
        Optional<TaskForm> form = forms.find(job.elementId());
        if (form.isEmpty()) {
            LOG.warn("No form for user task element {} of process {}", job.elementId(), job.processId());
            return new Subject(NO_SUBJECT, job.elementId());
        }
        UUID id = job.uuid(form.get().subjectVariable());
        String text = form.get().subject(id);
        return new Subject(id, text.length() > MAX_SUBJECT ? text.substring(0, MAX_SUBJECT) : text);
    }

    private Optional<Audience> audience(long taskKey) {
        return jdbc.sql("select candidate_groups, assignee from user_task where task_key = :key")
                .param("key", taskKey)
                .query((row, number) -> new Audience((String[]) row.getArray("candidate_groups").getArray(),
                        row.getObject("assignee", UUID.class)))
                .optional();
    }

    private static void add(Set<String> ids, Audience audience) {
        ids.addAll(Set.of(audience.candidateGroups()));
        if (audience.assignee() != null) {
            ids.add(audience.assignee().toString());
        }
    }
}
