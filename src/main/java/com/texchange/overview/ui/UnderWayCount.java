package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.MenuCount;
import com.texchange.overview.OnboardingOverview;
import org.springframework.stereotype.Component;

/** How many distributors are on their way to a supplier, beside «Дистрибьюторы». */
@Component
class UnderWayCount implements MenuCount {

    private final OnboardingOverview overview;

    UnderWayCount(OnboardingOverview overview) {
        this.overview = overview;
    }

    @Override
    public String path() {
        return Routes.DISTRIBUTORS;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.SUPPLIER);
    }

    @Override
    public int count(Actor actor) {
        return overview.underWay(actor);
    }

    @Override
    public String messageKey() {
        return "overview.menu.underWay";
    }

    @Override
    public boolean concerns(Change change, Actor actor) {
        return change.topic() == Change.Topic.ONBOARDING && change.id().equals(String.valueOf(actor.companyId()));
    }
}
