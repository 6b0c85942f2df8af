package com.texchange.tasks;

import com.texchange.common.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person finds in the inbox: the tasks of the own groups, those to be done and those that are done. */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** The most tasks that one query gives. */
    public static final int MAX_PAGE = 500;
    /** The history shows no more than so many of the latest; who looks for older ones narrows the query. */
    public static final int MAX_HISTORY = 1000;

    private final UserTaskRows tasks;
    private final InboxRows rows;
    private final Clock clock;

    Inbox(UserTaskRows tasks, InboxRows rows, Clock clock) {
        this.tasks = tasks;
        this.rows = rows;
        this.clock = clock;
    }

    /** A task to be done. Empty if the task is finished or not for this person, and says no more about it. */
    public Optional<UserTask> find(long taskKey, Actor actor) {
        return tasks.find(taskKey, actor).filter(task -> !task.state().isEnded());
    }

    /** A task of the history; empty if there is none of the person's groups. */
    public Optional<UserTask> findDone(long taskKey, Actor actor) {
        return tasks.find(taskKey, actor).filter(task -> task.state().isEnded());
    }

    /** At most {@link #MAX_PAGE}, and none beyond {@link #MAX_HISTORY} of those that are done. */
    public List<UserTask> page(Actor actor, TaskQuery query, int offset, int limit) {
        int most = query.show() == TaskFilter.DONE ? Math.min(MAX_PAGE, MAX_HISTORY - offset) : MAX_PAGE;
        return most <= 0 ? List.of() : rows.page(actor, query, Instant.now(clock), offset, Math.min(limit, most));
    }

    /** @return how many the query finds, but at most the limit: counting more takes long and says little */
    public int count(Actor actor, TaskQuery query, int limit) {
        return rows.count(actor, query, Instant.now(clock), limit);
    }

    /** Ids of the user task elements of which there are tasks to be done. */
    public List<String> kinds(Actor actor) {
        return rows.elements(actor);
    }

    /** The first task that the person can do now. */
    public Optional<UserTask> next(Actor actor) {
        return next(actor, TaskQuery.DEFAULT);
    }

    /** The first of these that the person can do now. */
    public Optional<UserTask> next(Actor actor, TaskQuery query) {
        return query.show() == TaskFilter.DONE ? next(actor) : rows.waiting(actor, query, Instant.now(clock), 1).stream().findFirst();
    }
}
