package com.texchange.tasks;

import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskNote.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that change hands within their group. Whoever has claimed a task may give it to a colleague, and anyone may give
 * away one that nobody has claimed. Against the will of who has it, a task is only taken over for oneself, in a step
 * of its own. The notes of the task tell both. Colleagues are of the own house: where a company and the sales department share a
 * task, neither is told who the other's people are.
 */
@Service
@Transactional
public class TaskHandover {

    private static final Logger LOG = LoggerFactory.getLogger(TaskHandover.class);

    private final UserTaskRows rows;
    private final TaskLocks locks;
    private final GroupMembers members;
    private final TaskNotes notes;
    private final EngineCommands engine;

    TaskHandover(UserTaskRows rows, TaskLocks locks, GroupMembers members, TaskNotes notes, EngineCommands engine) {
        this.rows = rows;
        this.locks = locks;
        this.members = members;
        this.notes = notes;
        this.engine = engine;
    }

    /** To whom the person can give a task; none if it is not for this person. */
    @Transactional(readOnly = true)
    public List<GroupMember> colleagues(long taskKey, Actor actor) {
        return rows.find(taskKey, actor).map(task -> ofHouse(task, actor)).orElse(List.of())
                .stream().filter(member -> !member.id().equals(actor.id())).toList();
    }

    /**
     * Gives a task that is one's own or nobody's to somebody of its group. Giving it to who has it changes nothing.
     *
     * @throws RefusedException if another has claimed or done it, it is gone, or the colleague is not of the group (any more)
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    public void reassign(long taskKey, AccountId colleague, Actor actor) {
        UserTask task = locks.lockFor(taskKey, actor);
        if (ofHouse(task, actor).stream().noneMatch(member -> member.id().equals(colleague))) {
            throw new RefusedException("tasks.refused.notOfGroup");
        }
        if (!colleague.equals(task.assignee())) {
            give(task, colleague, actor);
            notes.changedHands(taskKey, Kind.HANDED_OVER, actor, colleague);
        }
    }

    /**
     * Takes a task from a colleague who has claimed it.
     *
     * @param from who has it as far as the person knows: should it be somebody else by now, nothing is taken
     * @throws RefusedException if another than that colleague has claimed it, or it is done or gone
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    public void takeOver(long taskKey, AccountId from, Actor actor) {
        UserTask task = locks.lockOpen(taskKey, actor);
        AccountId assignee = task.assignee();
        if (assignee != null && !assignee.equals(from) && !assignee.equals(actor.id())) {
            throw TaskLocks.claimed(task);
        }
        if (!actor.id().equals(assignee)) {
            give(task, actor.id(), actor);
            if (assignee != null) {
                notes.changedHands(taskKey, Kind.TAKEN_OVER, actor, assignee);
            }
        }
    }

    private List<GroupMember> ofHouse(UserTask task, Actor actor) {
        return members.of(task.candidateGroups().stream().filter(actor.groups()::contains).collect(Collectors.toSet()));
    }

    /** The journal, which the company reads too, says so in the reader's language. */
    private static @Nullable String before(UserTask task) {
        return task.assignee() != null && task.assigneeName() == null ? Role.SALES.name() : TypedText.ofNullable(task.assigneeName());
    }

    private void give(UserTask task, AccountId to, Actor actor) {
        rows.assign(List.of(task.key()), to);
        engine.assignTask(task.key(), to.toString());
        locks.publish(task, to);
        String given = ofHouse(task, actor).stream().filter(member -> member.id().equals(to)).map(GroupMember::name)
                .findFirst().orElseGet(actor::name);
        locks.record(AuditKind.TASK_HANDED_OVER, task, actor, before(task), TypedText.of(given));
        LOG.info("User task {} is given from {} to {} by {}", task.key(),
                Objects.requireNonNullElse(task.assignee(), "nobody"), to, actor.id());
    }
}
