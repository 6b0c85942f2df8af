package com.texchange.tasks;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.RefusedException;
import com.texchange.common.TooLateException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every change of a task by a person begins and ends with: lock it, check who may, tell the open pages. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskLocks {

    private final UserTaskRows rows;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    TaskLocks(UserTaskRows rows, ChangeFeed changes, AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * @throws RefusedException      if it is done or gone
     * @throws AccessDeniedException if the person is in none of its groups
     */
    UserTask lockOpen(long taskKey, Actor actor) {
        UserTask task = rows.lock(taskKey, actor).orElseThrow(() -> new TooLateException("tasks.refused.gone"));
        requireGroup(task, actor);
        if (task.state() != UserTask.State.OPEN) {
            throw refusal(task);
        }
        return task;
    }

    /** @throws RefusedException also if another has claimed it */
    UserTask lockFor(long taskKey, Actor actor) {
        UserTask task = lockOpen(taskKey, actor);
        AccountId assignee = task.assignee();
        if (assignee != null && !assignee.equals(actor.id())) {
            throw claimed(task);
        }
        return task;
    }

    static void requireGroup(UserTask task, Actor actor) {
        if (Collections.disjoint(task.candidateGroups(), actor.groups())) {
            throw new AccessDeniedException("in none of the groups of task " + task.key());
        }
    }

    /** Says who was first, or that the task was done elsewhere. */
    static RefusedException refusal(UserTask task) {
        UserTask.Decision decision = task.decision();
        return decision != null && decision.by() != null
                ? new TooLateException("tasks.refused.done", decision.by(), decision.at())
                : new TooLateException("tasks.refused.gone");
    }

    static RefusedException claimed(UserTask task) {
        String name = task.assigneeName();
        return name == null ? new RefusedException("tasks.refused.claimedOutside") : new RefusedException("tasks.refused.claimed", name);
    }

    void publish(UserTask task) {
        publish(task.candidateGroups());
    }

    private void publish(Set<String> groups) {
        groups.forEach(group -> changes.publish(new Change(Change.Topic.TASKS, group)));
    }

    void publish(Set<String> groups, AccountId person) {
        publish(groups);
        changes.publish(new Change(Change.Topic.TASKS, person.toString()));
    }

    /** What a person has done with it, other than to decide it: that is recorded as what was decided. */
    void record(AuditKind act, UserTask task, Actor actor, @Nullable String before, @Nullable String after) {
        audit.record(Audited.of(act, actor).about(AuditSubject.named(AuditSubject.Type.TASK, String.valueOf(task.key()), task.subject()))
                .values(before, after));
    }

    /** Nobody has given it back: whoever had it may not do it any more. It is the matter of the companies whose people have it. */
    void recordReleased(UserTask task) {
        Audited released = Audited.of(AuditKind.TASK_RELEASED, null)
                .about(AuditSubject.named(AuditSubject.Type.TASK, String.valueOf(task.key()), task.subject()));
        for (String group : task.candidateGroups()) {
            released = released.concerning(new CandidateGroup(group).company().orElse(null));
        }
        audit.record(released);
    }

    void publish(UserTask task, AccountId person) {
        publish(task.candidateGroups(), person);
    }
}
