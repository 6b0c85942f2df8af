package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.overview.ProcessOverview;
import com.vaadin.flow.component.Component;

/** For a process manager: onboardings by stage and age, below what is failed and late. */
@org.springframework.stereotype.Component
class ManagerHome implements HomePart {

    private static final int ORDER = 400;
    private final ProcessOverview overview;
    private final ChangeFeed feed;

    ManagerHome(ProcessOverview overview, ChangeFeed feed) {
        this.overview = overview;
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
        return new ManagerOverview(overview, feed, actor);
    }
}
