package com.texchange.tasks;

import com.texchange.common.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person finds in the inbox: the tasks of the own groups that are open or being processed. */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** The most tasks that one query gives. */
    public static final int MAX_PAGE = 500;

    private final UserTaskRows rows;
    private final Clock clock;

    Inbox(UserTaskRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Empty if the task is finished or not for this person, and says no more about it. */
    public Optional<UserTask> find(long taskKey, Actor actor) {
        return rows.findShown(taskKey, actor.groups());
    }

    /** By due date, so overdue ones first and those without one last; at most {@link #MAX_PAGE}. */
    public List<UserTask> page(Actor actor, TaskFilter filter, int offset, int limit) {
        return rows.page(actor.groups(), actor.id(), filter, Instant.now(clock), offset, Math.min(limit, MAX_PAGE));
    }

    /** The first task that the person can do now. */
    public Optional<UserTask> next(Actor actor) {
        return rows.next(actor.groups(), actor.id());
    }
}
