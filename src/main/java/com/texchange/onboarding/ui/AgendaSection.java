package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DueText;
import com.texchange.common.ui.HomeList;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.AgendaItem;
import com.texchange.onboarding.DistributorAgenda;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor is asked for: what is due first in one sentence with one link that looks like a button, and below it
 * what else waits, each with its own link.
 */
class AgendaSection extends HomeSection {

    private static final int MOST_LINES = 8;

    private final transient DistributorAgenda agenda;
    private final transient Actor actor;
    private final transient Clock clock;

    AgendaSection(DistributorAgenda agenda, Actor actor, Clock clock) {
        super(UI.getCurrent().getTranslation("onboarding.agenda"));
        this.agenda = agenda;
        this.actor = actor;
        this.clock = clock;
        setWide();
        addClassName("home-agenda");
    }

    void refresh() {
        List<AgendaItem> items = agenda.now(actor);
        showFirst(items.getFirst());
        List<AgendaItem> others = items.subList(1, items.size());
        if (!others.isEmpty()) {
            HomeList list = new HomeList();
            others.stream().limit(MOST_LINES)
                    .forEach(item -> list.line(new Anchor(address(item), title(item)), item.about(), due(item)));
            append(new H3(getTranslation("onboarding.agenda.more")), list);
        }
        if (others.size() > MOST_LINES) {
            Anchor all = new Anchor(Routes.ALL_TASKS, getTranslation("onboarding.agenda.all"));
            all.addClassName("quiet-link");
            append(all);
        }
    }

    private void showFirst(AgendaItem item) {
        String key = "onboarding.agenda." + item.kind();
        boolean onlyReads = item.kind() == AgendaItem.Kind.CONNECTED && !actor.mayAct();
        Paragraph sentence = new Paragraph(getTranslation(onlyReads ? "onboarding.agenda.CONNECTED.reader" : key, item.about(),
                item.suppliers(), title(item)));
        sentence.addClassName("home-sentence");
        show(sentence);
        DueText due = due(item);
        if (due != null) {
            Paragraph when = new Paragraph(getTranslation("common.due.full", due.text(), DateTimes.until(item.dueAt())));
            when.addClassName("home-none");
            when.setClassName("home-late", due.overdue());
            append(when);
        }
        if (item.kind() != AgendaItem.Kind.NO_SUPPLIER) {
            Anchor button = new Anchor(address(item), getTranslation(key + ".action"));
            button.addClassName(item.kind().asksForSomething() && actor.mayAct() ? "button-link" : "quiet-link");
            append(button);
        }
        if (item.kind().asksForSomething()) {
            append(Acts.whyNotActing(actor));
        }
    }

    private String title(AgendaItem item) {
        return item.element() == null ? "" : getTranslation("task." + item.element() + ".title");
    }

    private @Nullable DueText due(AgendaItem item) {
        return item.dueAt() == null ? null : DueText.of(item.dueAt(), Instant.now(clock));
    }

    /** Exactly where it is done. */
    private static String address(AgendaItem item) {
        return switch (item.kind()) {
            case RESOLVE_REFUSED, TASK -> Routes.of(Routes.TASKS, Objects.requireNonNull(item.taskKey()));
            case ACCEPT -> Routes.of(Routes.SUPPLIERS, Objects.requireNonNull(item.onboarding()));
            case CHOOSE_LICENSES, BEING_CONNECTED ->
                    Routes.with(Routes.SERVICES, "supplier", Objects.requireNonNull(item.supplierId()));
            default -> Routes.SERVICES;
        };
    }
}
