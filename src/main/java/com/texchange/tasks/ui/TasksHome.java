package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.Tasks;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;

/** The sales department's tasks by due date, overdue ones first. */
@org.springframework.stereotype.Component
class TasksHome implements HomePart {

    private static final int ORDER = 300;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final TaskAgenda agenda;
    private final Tasks tasks;
    private final ChangeFeed feed;
    private final Clock clock;

    TasksHome(TaskAgenda agenda, Tasks tasks, ChangeFeed feed, Clock clock) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.SALES);
    }

    @Override
    public Component create(Actor actor) {
        WaitingTasks section = new WaitingTasks(agenda, tasks, actor, clock);
        LiveUpdates.follow(section, feed, change -> change.topic() == Change.Topic.TASKS
                && actor.groups().contains(change.id()), PAUSE, section::refresh);
        section.refresh();
        return section;
    }
}
