package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.licenses.ConnectionHistory;
import com.texchange.overview.OnboardingOverview;
import com.vaadin.flow.component.Component;
import java.time.Clock;

/** What a supplier sees at once: where the distributors stand, who waits, what failed, what was connected. */
@org.springframework.stereotype.Component
class SupplierHome implements HomePart {

    private static final int ORDER = 200;
    private final OnboardingOverview overview;
    private final ConnectionHistory history;
    private final ChangeFeed feed;
    private final Clock clock;

    SupplierHome(OnboardingOverview overview, ConnectionHistory history, ChangeFeed feed, Clock clock) {
        this.overview = overview;
        this.history = history;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.SUPPLIER);
    }

    @Override
    public Component create(Actor actor) {
        return new SupplierOverview(overview, history, feed, actor, clock);
    }
}
