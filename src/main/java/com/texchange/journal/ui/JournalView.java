package com.texchange.journal.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Moments;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.Windows;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalExport;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.texchange.journal.JournalWords;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** «Журнал действий»: everything for the operator, the own company's matters for its administrators, one's own acts for everybody. */
@Route(Routes.JOURNAL)
@Menu(title = "journal.title", order = 72, icon = "vaadin:book")
@PermitAll
class JournalView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private final transient Actor actor;
    private final transient JournalWords words;
    private final Paragraph hint = new Paragraph();
    private final JournalFilters filters;
    private final JournalGrid grid;
    private transient JournalAddress shown = JournalAddress.NONE;
    private transient JournalFilter filter = JournalFilter.NONE;

    JournalView(Journal journal, JournalExport export, MessageSource messages, CurrentActor currentActor) {
        actor = currentActor.get();
        Moments moments = new Moments(getLocale(), DateTimes.zone());
        words = new JournalWords(messages, moments);
        filters = new JournalFilters(journal, actor, words, this::choose);
        grid = new JournalGrid(journal, actor, words, entry -> Windows.openOnce(new EntryDialog(entry, words, shown, this::choose)));
        hint.addClassName("hint");
        TableLinks download = new TableLinks(getTranslation("journal.download"), "journal",
                (format, out) -> export.write(Objects.requireNonNull(shown.scope()), filter, actor, moments, format, out));
        setSizeFull();
        addClassName("wide-page");
        add(new PageHeader(getPageTitle(), download), hint, filters);
        addAndExpand(grid);
    }

    private void choose(JournalAddress chosen) {
        show(chosen);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(Routes.JOURNAL, chosen.parameters())));
    }

    private void show(JournalAddress address) {
        JournalScope widest = JournalScope.of(actor).iterator().next();
        JournalScope scope = address.scope() != null && JournalScope.of(actor).contains(address.scope()) ? address.scope() : widest;
        shown = address.within(scope);
        filter = shown.filter(DateTimes.zone());
        hint.setText(getTranslation("journal.hint." + scope));
        filters.show(shown);
        grid.show(scope, filter);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(JournalAddress.of(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journal.title");
    }
}
