package com.texchange.journal.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Moments;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SingleStep;
import com.texchange.journal.HistoryChecks;
import com.texchange.journal.HistoryChecks.Found;
import com.texchange.journal.HistoryChecks.Run;
import com.texchange.journal.JournalWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** «Проверка данных»: what the nightly checks have looked at, and where histories and tables say different things. */
@Route(Routes.CHECKS)
@Menu(title = "journal.checks.title", order = 63, icon = "vaadin:check-circle-o")
@RolesAllowed("PROCESS_MANAGER")
class ChecksView extends VerticalLayout implements HasDynamicTitle {

    private static final String COMPOSED = "composed";
    private final transient HistoryChecks checks;
    private final transient Actor actor;
    private final transient JournalWords words;
    private final Button now = new Button(getTranslation("journal.checks.now"));
    private final Div latest = new Div();
    private final Grid<Found> differences;

    ChecksView(HistoryChecks checks, MessageSource messages, ChangeFeed feed, CurrentActor currentActor) {
        this.checks = checks;
        this.actor = currentActor.get();
        this.words = new JournalWords(messages, new Moments(getLocale(), DateTimes.zone()));
        Paragraph hint = new Paragraph(getTranslation("journal.checks.hint"));
        hint.addClassName("hint");
        SingleStep.on(now, this::runSoon);
        latest.setWidthFull();
        differences = differences();
        setSizeFull();
        add(new PageHeader(getPageTitle(), now), hint, latest);
        addAndExpand(differences);
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.CHECKS, this::refresh);
        show();
    }

    private void show() {
        List<Run> runs = checks.latest(actor);
        latest.removeAll();
        latest.add(runs(runs));
        differences.setVisible(runs.stream().anyMatch(run -> run.differing() > 0));
        now.setEnabled(true);
    }

    private void refresh() {
        show();
        differences.getDataProvider().refreshAll();
    }

    private void runSoon() {
        checks.runSoon(actor);
        Notices.success(getTranslation("journal.checks.begun"));
    }

    private Component runs(List<Run> runs) {
        if (runs.isEmpty()) {
            return new Paragraph(getTranslation("journal.checks.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("card", "check-list");
        runs.forEach(run -> list.add(new ListItem(new Span(words.check(run.name())), new Span(outcome(run)),
                new Span(DateTimes.dateTime(run.begunAt())))));
        return list;
    }

    private String outcome(Run run) {
        if (run.failure() != null) {
            return getTranslation("journal.checks.failed", run.failure());
        }
        if (run.endedAt() == null) {
            return getTranslation("journal.checks.running");
        }
        return getTranslation(run.differing() == 0 ? "journal.checks.alike" : "journal.checks.differing", run.lookedAt(), run.differing());
    }

    private Grid<Found> differences() {
        Grid<Found> grid = new Grid<>();
        grid.addComponentColumn(this::composed).setKey(COMPOSED);
        grid.addColumn(found -> words.check(found.name())).setKey("check").setFlexGrow(2);
        grid.addComponentColumn(this::about).setKey("about").setFlexGrow(2);
        grid.addColumn(found -> words.value(found.byHistory())).setKey("byHistory").setFlexGrow(2);
        grid.addColumn(found -> words.value(found.byTable())).setKey("byTable").setFlexGrow(2);
        grid.getColumns().forEach(column -> column.setResizable(true).setHeader(getTranslation("journal.column." + column.getKey())));
        grid.setItems(query -> checks.differences(query.getOffset(), query.getLimit(), actor).stream());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAriaLabel(getPageTitle());
        grid.getColumnByKey(COMPOSED).setVisible(false);
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
        return grid;
    }

    private Component about(Found found) {
        String text = words.about(found.subjectType(), found.label());
        return SubjectRoutes.of(found.subjectType(), found.subjectId()).<Component>map(route -> new Anchor(route, text))
                .orElseGet(() -> new Span(text + " " + found.subjectId()));
    }

    private Component composed(Found found) {
        Div cell = new Div(about(found));
        Stream.of(words.check(found.name()), getTranslation("journal.change", words.value(found.byHistory()), words.value(found.byTable())))
                .map(Span::new).forEach(cell::add);
        cell.addClassName("composed-cell");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journal.checks.title");
    }
}
