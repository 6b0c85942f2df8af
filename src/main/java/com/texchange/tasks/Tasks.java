package com.texchange.tasks;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.process.EngineCommands;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * User tasks for the people that may do them. A person may see and do the tasks of the own candidate groups
 * ({@link Actor#groups()}) and no others. What a person does is valid here at once; the engine hears of it later.
 */
@Service
public class Tasks {

    private final UserTaskRows rows;
    private final InboxRows inbox;
    private final TaskLocks locks;
    private final EngineCommands engine;
    private final Clock clock;

    Tasks(UserTaskRows rows, InboxRows inbox, TaskLocks locks, EngineCommands engine, Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.locks = locks;
        this.engine = engine;
        this.clock = clock;
    }

    /** The open task of an element for a business object; no access check, for services that have made their own. */
    @Transactional(readOnly = true)
    public Optional<UserTask> findOpen(String elementId, UUID subjectId) {
        return rows.findOpen(elementId, subjectId);
    }

    /**
     * Tells who comes second who was first, or that the task was done elsewhere, as in Camunda's Tasklist.
     *
     * @param house of who comes second; null for the operator's people. Of another house's people no name is told
     * @throws com.texchange.common.RefusedException if the element's latest task for a business object is done
     */
    @Transactional(readOnly = true)
    public void refuseIfDone(String elementId, UUID subjectId, @Nullable CompanyId house) {
        rows.findDecided(elementId, subjectId, house).ifPresent(found -> {
            throw TaskLocks.refusal(found);
        });
    }

    /** How many tasks wait for the person: open, and claimed by nobody else. */
    @Transactional(readOnly = true)
    public int openCount(Actor actor) {
        return inbox.countOpen(actor);
    }

    /** @return the same, but at most the limit, so that it takes no longer where more wait */
    @Transactional(readOnly = true)
    public int openCount(Actor actor, int limit) {
        return inbox.countOpen(actor, limit);
    }

    /**
     * A person's decision: marks the task submitted and hands its completion to the engine, within the caller's
     * transaction, which also holds the change of the business. A task that nobody has claimed need not be.
     *
     * @throws com.texchange.common.RefusedException if another has claimed or done it or it is gone
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(long taskKey, Actor actor, Map<String, Object> variables) {
        UserTask task = locks.lockFor(taskKey, actor);
        rows.markSubmitted(taskKey, actor.id(), Instant.now(clock));
        engine.completeTask(taskKey, variables);
        locks.publish(task, actor.id());
    }

    /**
     * A person's decision on what an element asks about a business object. It is valid before the engine has offered
     * the task too: then {@link UserTaskOffered} will ask for it. The caller holds the lock of the business object.
     *
     * @throws com.texchange.common.RefusedException if another has claimed the task
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitIfOffered(String elementId, UUID subjectId, Actor actor, Map<String, Object> variables) {
        rows.submitOpen(elementId, subjectId, actor, Instant.now(clock)).ifPresentOrElse(
                task -> {
                    engine.completeTask(task.key(), variables);
                    locks.publish(task.groups(), actor.id());
                },
                // Who may not, or comes second, is told so.
                () -> rows.findOpen(elementId, subjectId).ifPresent(task -> submit(task.key(), actor, variables)));
    }

    /**
     * Answers a task with what the business has decided before the task was there, within the transaction that offers
     * it. Checks no access: whoever decided was checked then. A task that is not open is left alone.
     *
     * @param decidedBy null if nobody knows
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(long taskKey, @Nullable AccountId decidedBy, Map<String, Object> variables) {
        rows.lock(taskKey).filter(task -> task.state() == UserTask.State.OPEN).ifPresent(task -> {
            rows.markSubmitted(taskKey, decidedBy, Instant.now(clock));
            engine.completeTask(taskKey, variables);
            locks.publish(task);
        });
    }

    /** Answers, if it is there, a task with what somebody has decided who is not among its people, as {@link #complete}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void completeIfOffered(String elementId, UUID subjectId, AccountId decidedBy, Map<String, Object> variables) {
        rows.findOpen(elementId, subjectId).ifPresent(task -> complete(task.key(), decidedBy, variables));
    }

    /** Takes a task out of the inbox that asks for nothing any more; the engine takes it back by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long taskKey) {
        rows.lock(taskKey).filter(task -> task.state() == UserTask.State.OPEN).ifPresent(task -> {
            rows.markCanceled(taskKey, Instant.now(clock));
            locks.publish(task);
        });
    }

    /**
     * Takes a task for oneself, so that colleagues leave it alone. Claiming one's own again changes nothing.
     *
     * @throws com.texchange.common.RefusedException if another has claimed or done it or it is gone
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    @Transactional
    public void claim(long taskKey, Actor actor) {
        UserTask task = locks.lockFor(taskKey, actor);
        if (task.assignee() == null) {
            rows.assign(List.of(taskKey), actor.id());
            engine.assignTask(taskKey, actor.id().toString());
            locks.record(AuditKind.TASK_CLAIMED, task, actor, null, null);
            locks.publish(task, actor.id());
        }
    }

    /**
     * Gives a task back to the group. Releasing one that nobody has claimed changes nothing.
     *
     * @throws com.texchange.common.RefusedException if another has claimed or done it or it is gone
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    @Transactional
    public void release(long taskKey, Actor actor) {
        UserTask task = locks.lockFor(taskKey, actor);
        if (task.assignee() != null) {
            rows.assign(List.of(taskKey), null);
            engine.unassignTask(taskKey);
            locks.record(AuditKind.TASK_RELEASED, task, actor, null, null);
            locks.publish(task, actor.id());
        }
    }
}
