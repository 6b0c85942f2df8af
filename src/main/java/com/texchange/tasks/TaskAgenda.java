package com.texchange.tasks;

import com.texchange.common.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person's own groups, by its due date. */
@Service
@Transactional(readOnly = true)
public class TaskAgenda {

    private final InboxRows rows;
    private final Clock clock;

    TaskAgenda(InboxRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The open tasks that the person can do now, those due first at the beginning, so overdue ones before all. */
    public List<UserTask> waiting(Actor actor, int limit) {
        return rows.waiting(actor, TaskQuery.DEFAULT, Instant.now(clock), limit);
    }
}
