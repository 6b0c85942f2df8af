package com.texchange.tasks;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.process.EngineCommands;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims several tasks in one step. */
@Service
public class BulkClaims {

    /** The most that one step takes. */
    public static final int MAX = 100;

    private final UserTaskRows rows;
    private final TaskLocks locks;
    private final EngineCommands engine;

    BulkClaims(UserTaskRows rows, TaskLocks locks, EngineCommands engine) {
        this.rows = rows;
        this.locks = locks;
        this.engine = engine;
    }

    /**
     * Takes those that are free; what colleagues have or have done stays theirs and is told in the answer.
     *
     * @param taskKeys at most {@link #MAX}
     * @throws org.springframework.security.access.AccessDeniedException if one of them is not for this person; then
     *     none is claimed
     */
    @Transactional
    public BulkClaim claim(Collection<Long> taskKeys, Actor actor) {
        if (taskKeys.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " tasks at once");
        }
        List<UserTask> tasks = rows.lock(taskKeys, actor);
        tasks.forEach(task -> TaskLocks.requireGroup(task, actor));
        List<UserTask> mine = tasks.stream().filter(task -> task.isFor(actor.id())).toList();
        claimFree(mine.stream().filter(task -> task.assignee() == null).toList(), actor);
        Map<String, Long> others = tasks.stream()
                .filter(task -> task.state() == UserTask.State.OPEN && !task.isFor(actor.id()))
                .collect(Collectors.groupingBy(task -> Objects.requireNonNullElse(task.assigneeName(), BulkClaim.OUTSIDE), TreeMap::new,
                        Collectors.counting()));
        long ofOthers = others.values().stream().mapToLong(Long::longValue).sum();
        return new BulkClaim(mine.size(), others, (int) (taskKeys.size() - mine.size() - ofOthers));
    }

    private void claimFree(List<UserTask> free, Actor actor) {
        if (free.isEmpty()) {
            return;
        }
        rows.assign(free.stream().map(UserTask::key).toList(), actor.id());
        free.forEach(task -> {
            engine.assignTask(task.key(), actor.id().toString());
            locks.record(AuditKind.TASK_CLAIMED, task, actor, null, null);
        });
        // One for each group is enough: PostgreSQL folds equal notifications of a transaction, but each costs a call.
        free.stream().collect(Collectors.toMap(UserTask::candidateGroups, Function.identity(), (one, other) -> one))
                .values().forEach(task -> locks.publish(task, actor.id()));
    }
}
