package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.HomeSection;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.onboarding.AgendaItem;
import com.texchange.onboarding.DistributorAgenda;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.Objects;

/** What a distributor is item for now, in one sentence with one link that looks like a button. */
@org.springframework.stereotype.Component
class DistributorHome implements HomePart {

    private static final int ORDER = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final DistributorAgenda agenda;
    private final ChangeFeed feed;

    DistributorHome(DistributorAgenda agenda, ChangeFeed feed) {
        this.agenda = agenda;
        this.feed = feed;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.DISTRIBUTOR);
    }

    @Override
    public Component create(Actor actor) {
        HomeSection section = new HomeSection(UI.getCurrent().getTranslation("onboarding.agenda"));
        section.setWide();
        section.addClassName("home-item");
        LiveUpdates.follow(section, feed, change -> concerns(change, actor), PAUSE, () -> show(section, actor));
        show(section, actor);
        return section;
    }

    private static boolean concerns(Change change, Actor actor) {
        return change.topic() == Change.Topic.TASKS
                ? actor.groups().contains(change.id())
                : change.id().equals(String.valueOf(actor.companyId()));
    }

    private void show(HomeSection section, Actor actor) {
        AgendaItem item = agenda.now(actor);
        String key = "onboarding.agenda." + item.kind();
        Paragraph sentence = new Paragraph(section.getTranslation(key, item.supplier(), item.count()));
        sentence.addClassName("home-sentence");
        section.show(sentence);
        if (item.kind() != AgendaItem.Kind.NO_SUPPLIER) {
            Anchor button = new Anchor(address(item), section.getTranslation(key + ".action"));
            button.addClassName(item.kind().asksForSomething() ? "button-link" : "quiet-link");
            section.show(sentence, button);
        }
        if (item.kind().asksForSomething() && item.count() > 1) {
            Paragraph more = new Paragraph(section.getTranslation("onboarding.agenda.more", item.count() - 1));
            more.addClassName("home-none");
            section.append(more);
        }
    }

    /** Exactly where it is done. */
    static String address(AgendaItem item) {
        return switch (item.kind()) {
            case RESOLVE_REFUSED -> Routes.of(Routes.TASKS, Objects.requireNonNull(item.taskKey()));
            case ACCEPT -> Routes.SUPPLIERS;
            case CHOOSE_LICENSES, BEING_CONNECTED -> Routes.with(Routes.SERVICES, "supplier", Objects.requireNonNull(item.supplierId()));
            default -> Routes.SERVICES;
        };
    }
}
