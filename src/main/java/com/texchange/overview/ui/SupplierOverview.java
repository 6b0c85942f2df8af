package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.HomeSection;
import com.texchange.connections.ConnectionHistory;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingOverview;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The supplier's sections, or how to begin while there is nobody to show. */
class SupplierOverview extends Composite<Div> {

    private static final int MOST_LINES = 5;
    /** Of each kind of failure. */
    private static final int MOST_FAILED = 3;

    private final transient OnboardingOverview overview;
    private final transient Actor actor;
    private final transient Clock clock;
    private final StageFunnel funnel = new StageFunnel();
    private final SummaryList waiting = new SummaryList("waiting");
    private final SummaryList failed = new SummaryList("failed");
    private final ConnectionsSection connections;

    SupplierOverview(OnboardingOverview overview, ConnectionHistory history, Actor actor, Clock clock) {
        this.overview = overview;
        this.actor = actor;
        this.clock = clock;
        this.connections = new ConnectionsSection(overview, history, actor, clock);
        getContent().addClassName("home-group");
    }

    void refresh() {
        Map<Stage, Integer> stages = overview.stages(actor);
        if (stages.isEmpty()) {
            getContent().removeAll();
            getContent().add(beginning());
            return;
        }
        Instant now = clock.instant();
        funnel.show(stages);
        waiting.showWaiting(overview.waitingLongest(MOST_LINES, actor), now);
        failed.showFailed(overview.lettersFailed(MOST_FAILED, actor), overview.lostLately(MOST_FAILED, actor));
        connections.refresh();
        if (funnel.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(invite(), funnel, connections, waiting, failed);
        }
    }

    private HomeSection beginning() {
        HomeSection section = new HomeSection(getTranslation("overview.home.funnel"));
        section.setWide();
        section.show(new EmptyState(VaadinIcon.HANDSHAKE, getTranslation("overview.home.begin.title"),
                getTranslation("overview.home.begin.text"), invite()));
        return section;
    }

    /** The list opens its dialog. */
    private Component invite() {
        Button invite = new Button(getTranslation("overview.invite"), VaadinIcon.PLUS.create(),
                click -> UI.getCurrent().navigate(Routes.DISTRIBUTORS, QueryParameters.of(DistributorsView.INVITE, "")));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div line = new Div(Acts.forActing(invite, actor), Acts.whyNotActing(actor));
        line.addClassName("home-tools");
        return line;
    }
}
