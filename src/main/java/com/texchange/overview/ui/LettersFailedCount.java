package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.MenuCount;
import com.texchange.overview.ProcessOverview;
import org.springframework.stereotype.Component;

/** How many invitations could not be delivered, beside «Подключения». */
@Component
class LettersFailedCount implements MenuCount {

    private final ProcessOverview overview;

    LettersFailedCount(ProcessOverview overview) {
        this.overview = overview;
    }

    @Override
    public String path() {
        return Routes.ONBOARDINGS;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.PROCESS_MANAGER);
    }

    @Override
    public int count(Actor actor) {
        return overview.lettersFailed(actor);
    }

    @Override
    public String messageKey() {
        return "overview.menu.lettersFailed";
    }

    @Override
    public boolean concerns(Change change, Actor actor) {
        return change.topic() == Change.Topic.ONBOARDING;
    }
}
