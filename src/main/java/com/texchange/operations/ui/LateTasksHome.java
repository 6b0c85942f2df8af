package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.overview.ProcessOverview;
import com.texchange.partners.Companies;
import com.texchange.tasks.TaskAgenda;
import com.vaadin.flow.component.Component;
import java.time.Duration;

/** For a process manager: late tasks, beside the steps that have failed. */
@org.springframework.stereotype.Component
class LateTasksHome implements HomePart {

    private static final int ORDER = 11;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final ProcessOverview overview;
    private final TaskAgenda tasks;
    private final Companies companies;
    private final ChangeFeed feed;

    LateTasksHome(ProcessOverview overview, TaskAgenda tasks, Companies companies, ChangeFeed feed) {
        this.overview = overview;
        this.tasks = tasks;
        this.companies = companies;
        this.feed = feed;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.PROCESS_MANAGER);
    }

    @Override
    public Component create(Actor actor) {
        LateTasks late = new LateTasks(tasks, overview, companies, actor);
        LiveUpdates.follow(late, feed, change -> change.topic() == Change.Topic.TASKS, PAUSE, late::refresh);
        late.refresh();
        return late;
    }
}
