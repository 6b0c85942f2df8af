package com.texchange.tasks;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits, by its due date: for a person's own groups, and for a process manager what is late anywhere. */
@Service
@Transactional(readOnly = true)
public class TaskAgenda {

    /** No count goes higher: beyond it the exact number says nothing more. */
    public static final int MOST_COUNTED = 1000;

    private final UserTaskRows rows;
    private final Clock clock;

    TaskAgenda(UserTaskRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The open tasks that the person can do now, those due first at the beginning, so overdue ones before all. */
    public List<UserTask> waiting(Actor actor, int limit) {
        return rows.waiting(actor.groups(), actor.id(), limit);
    }

    /**
     * Open tasks of all groups whose due date has passed, the longest overdue first.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person is no process manager
     */
    public List<UserTask> late(Actor actor, int limit) {
        actor.require(Role.PROCESS_MANAGER);
        return rows.late(Instant.now(clock), limit);
    }

    /**
     * How many those are, at most {@link #MOST_COUNTED}.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person is no process manager
     */
    public int lateCount(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return rows.countLate(Instant.now(clock), MOST_COUNTED);
    }
}
