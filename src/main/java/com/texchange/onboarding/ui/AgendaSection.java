package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.AgendaItem;
import com.texchange.onboarding.DistributorAgenda;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;

/** What a distributor is asked for now, in one sentence with one link that looks like a button. */
class AgendaSection extends HomeSection {

    private final transient DistributorAgenda agenda;
    private final transient Actor actor;

    AgendaSection(DistributorAgenda agenda, Actor actor) {
        super(UI.getCurrent().getTranslation("onboarding.agenda"));
        this.agenda = agenda;
        this.actor = actor;
        setWide();
        addClassName("home-agenda");
    }

    void refresh() {
        AgendaItem item = agenda.now(actor);
        String key = "onboarding.agenda." + item.kind();
        boolean onlyReads = item.kind() == AgendaItem.Kind.CONNECTED && !actor.mayAct();
        Paragraph sentence = new Paragraph(getTranslation(onlyReads ? "onboarding.agenda.CONNECTED.reader" : key, item.supplier(), item.count()));
        sentence.addClassName("home-sentence");
        show(sentence);
        if (item.kind() != AgendaItem.Kind.NO_SUPPLIER) {
            Anchor button = new Anchor(address(item), getTranslation(key + ".action"));
            button.addClassName(item.kind().asksForSomething() && actor.mayAct() ? "button-link" : "quiet-link");
            append(button);
        }
        if (item.kind().asksForSomething()) {
            append(Acts.whyNotActing(actor));
        }
        if (item.kind().asksForSomething() && item.count() > 1) {
            Paragraph more = new Paragraph(getTranslation("onboarding.agenda.more", item.count() - 1));
            more.addClassName("home-none");
            append(more);
        }
    }

    /** Exactly where it is done. */
    private static String address(AgendaItem item) {
        return switch (item.kind()) {
            case RESOLVE_REFUSED -> Routes.of(Routes.TASKS, Objects.requireNonNull(item.taskKey()));
            case ACCEPT -> Routes.SUPPLIERS;
            case CHOOSE_LICENSES, BEING_CONNECTED ->
                    Routes.with(Routes.SERVICES, "supplier", Objects.requireNonNull(item.supplierId()));
            default -> Routes.SERVICES;
        };
    }
}
