package com.texchange.tasks.worker;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.process.EngineReplaced;
import com.texchange.process.ProcessJob;
import com.texchange.process.UserTaskGone;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.texchange.tasks.UserTaskOffered;
import com.texchange.tasks.worker.ProjectedTasks.Applied;
import com.texchange.tasks.worker.ProjectedTasks.Settled;
import com.texchange.tasks.worker.ProjectedTasks.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the inbox's copy of the engine's user tasks. Jobs may come twice, late or at the same time: a row takes only a
 * job that is newer than all that it has taken, by the job's key, so a late one never undoes what came after it.
 */
@Component
class UserTaskProjection {

    private static final Logger LOG = LoggerFactory.getLogger(UserTaskProjection.class);

    private final ProjectedTasks rows;
    private final TaskForms forms;
    private final TaskTerms terms;
    private final ChangeFeed changes;
    private final ApplicationEventPublisher events;
    private final NewTasks newTasks;
    private final Clock clock;

    UserTaskProjection(ProjectedTasks rows, TaskForms forms, TaskTerms terms, ChangeFeed changes,
            ApplicationEventPublisher events, NewTasks newTasks, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.terms = terms;
        this.changes = changes;
        this.events = events;
        this.newTasks = newTasks;
        this.clock = clock;
    }

    /** @return when the task is due by the clock of its people */
    @Transactional
    @Nullable Instant create(ProcessJob job, UserTaskHeaders created) {
        UserTaskHeaders task = created.withDueAt(terms.endOfDay(created.dueAt(), created.candidateGroups()));
        take(ListenerEvent.CREATING, job, task, subject(job));
        return task.dueAt();
    }

    /** The row of a known task keeps its subject: only for a new one the module that owns it is asked. */
    @Transactional
    void apply(ListenerEvent event, ProcessJob job, UserTaskHeaders task) {
        if (event == ListenerEvent.CREATING || !take(event, job, task, null)) {
            take(event, job, task, subject(job));
        }
    }

    /** @return false if nothing is known of the task, nor can be from this */
    private boolean take(ListenerEvent event, ProcessJob job, UserTaskHeaders given, @Nullable Subject subject) {
        UserTaskHeaders task = forms.find(job.elementId()).filter(TaskForm::isForAdministrators).isPresent()
                ? given.forAdministrators() : given;
        Applied applied = rows.apply(event, job, task, subject);
        if (subject != null && applied.isNew() && applied.isOpen()) {
            offer(job, task, subject).forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id)));
        }
        return applied.known() || applied.applied();
    }

    /**
     * The owner of the business object comes first, since it locks that: rows of other tasks are locked only after it,
     * as by whoever decides.
     *
     * @return the groups and people of tasks that it stands for from now on
     */
    private Set<String> offer(ProcessJob job, UserTaskHeaders task, Subject subject) {
        events.publishEvent(new UserTaskOffered(new UserTask(task.taskKey(), job.elementId(), subject.id(),
                subject.about().line(), task.candidateGroups(), null, null, task.priority(), UserTask.State.OPEN,
                clock.instant(), task.dueAt(), 0, null, null, null)));
        Settled settled = rows.settle(task.taskKey(), job.elementId(), subject.id());
        if (settled.isOpen()) {
            newTasks.welcome(new LetterTask(task.taskKey(), job.elementId(), subject.id(), subject.line(),
                    task.candidateGroups(), task.dueAt()), settled.continues(), subject.about());
        }
        return settled.told();
    }

    @EventListener
    @Transactional
    void retireAll(EngineReplaced replaced) {
        LOG.info("{} user tasks of the engine that is gone are closed", rows.retireAll());
    }

    /** The engine has no such open task any more: it was completed or canceled past the listeners. */
    @EventListener
    @Transactional
    void close(UserTaskGone gone) {
        if (rows.close(gone.userTaskKey())) {
            LOG.warn("User task {} is gone from the engine: it leaves the inbox as canceled", gone.userTaskKey());
        }
    }

    private Subject subject(ProcessJob job) {
        Optional<TaskForm> form = forms.find(job.elementId());
        if (form.isEmpty()) {
            LOG.warn("No form for user task element {} of process {}", job.elementId(), job.processId());
            return new Subject(ProjectedTasks.NO_SUBJECT, new TaskSubject(job.elementId(), List.of()));
        }
        UUID id = job.uuid(form.get().subjectVariable());
        return new Subject(id, form.get().subject(id));
    }
}
