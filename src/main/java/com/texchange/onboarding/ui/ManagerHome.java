package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.onboarding.ProcessOverview;
import com.texchange.partners.Companies;
import com.texchange.tasks.TaskAgenda;
import com.vaadin.flow.component.Component;

/** What a process manager sees at once: onboardings by stage and age, and late tasks. */
@org.springframework.stereotype.Component
class ManagerHome implements HomePart {

    private static final int ORDER = 400;
    private final ProcessOverview overview;
    private final TaskAgenda tasks;
    private final Companies companies;
    private final ChangeFeed feed;

    ManagerHome(ProcessOverview overview, TaskAgenda tasks, Companies companies, ChangeFeed feed) {
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
        return new ManagerOverview(overview, new LateTasks(tasks, overview, companies, actor), feed, actor);
    }
}
