package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.operations.LateTask;
import com.texchange.operations.Operations;
import com.texchange.operations.StuckLetter;
import com.texchange.process.EngineOverview;
import com.texchange.process.EngineOverview.WaitingCommand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.function.ValueProvider;
import java.util.Objects;

/** The lists that PostgreSQL feeds, page by page. */
final class Tables {

    private static final String COMPOSED = "composed";

    private Tables() {
    }

    static Grid<LateTask> lateTasks(Component page, Operations operations, Actor actor) {
        Grid<LateTask> grid = grid(page, "operations.late.title", DataProvider.fromCallbacks(
                query -> operations.lateTasks(query.getOffset(), query.getLimit(), actor).stream(),
                query -> operations.figures(actor).lateTasks()));
        grid.addColumn(task -> StepNames.of(page, task.nameKey(), task.elementId())).setKey("task").setWidth("12rem");
        grid.addComponentColumn(task -> SubjectLink.of(page, task.about())).setKey("about").setWidth("18rem")
                .setFlexGrow(3);
        grid.addColumn(task -> DateTimes.dateTime(task.due())).setKey("due").setWidth("12rem");
        grid.addColumn(task -> Objects.requireNonNullElseGet(task.assignee(),
                () -> page.getTranslation("operations.late.nobody"))).setKey("assignee").setWidth("12rem");
        return headed(page, grid, task -> composed(new Span(StepNames.of(page, task.nameKey(), task.elementId())),
                SubjectLink.of(page, task.about()), line(page, "due", DateTimes.dateTime(task.due())),
                new Span(Objects.requireNonNullElseGet(task.assignee(),
                        () -> page.getTranslation("operations.late.nobody")))));
    }

    static Grid<WaitingCommand> commands(Component page, EngineOverview overview, Actor actor) {
        Grid<WaitingCommand> grid = grid(page, "operations.commands.title", DataProvider.fromCallbacks(
                query -> overview.waiting(query.getOffset(), query.getLimit(), actor).stream(),
                query -> overview.waiting(actor).all()));
        grid.addColumn(command -> page.getTranslation("operations.command." + command.kind())).setKey("command")
                .setWidth("14rem");
        grid.addColumn(WaitingCommand::about).setKey("key").setWidth("20rem").setFlexGrow(2);
        grid.addColumn(WaitingCommand::failures).setKey("failures").setWidth("8rem");
        grid.addColumn(command -> DateTimes.dateTime(command.next())).setKey("next").setWidth("12rem");
        return headed(page, grid, command -> composed(
                new Span(page.getTranslation("operations.command." + command.kind())), new Span(command.about()),
                line(page, "failures", String.valueOf(command.failures())),
                line(page, "next", DateTimes.dateTime(command.next()))));
    }

    static Grid<StuckLetter> letters(Component page, Operations operations, Actor actor) {
        Grid<StuckLetter> grid = grid(page, "operations.letters.title", DataProvider.fromCallbacks(
                query -> operations.letters(query.getOffset(), query.getLimit(), actor).stream(),
                query -> operations.figures(actor).letters()));
        grid.addComponentColumn(letter -> letterSubject(letter)).setKey("letter").setWidth("14rem").setFlexGrow(3);
        grid.addComponentColumn(letter -> new UnbrokenText(letter.recipient())).setKey("recipient").setWidth("12rem");
        grid.addColumn(letter -> state(page, letter)).setKey("state").setWidth("11rem");
        grid.addColumn(StuckLetter::attempts).setKey("failures").setWidth("8rem");
        grid.addColumn(letter -> Objects.requireNonNullElse(letter.error(), "")).setKey("error").setWidth("14rem")
                .setFlexGrow(2).setTooltipGenerator(StuckLetter::error);
        return headed(page, grid, letter -> composed(letterSubject(letter), new UnbrokenText(letter.recipient()),
                new Span(state(page, letter)), line(page, "failures", String.valueOf(letter.attempts())),
                new Span(Objects.requireNonNullElse(letter.error(), ""))));
    }

    private static String state(Component page, StuckLetter letter) {
        return letter.isGivenUp() ? page.getTranslation("operations.letters.givenUp")
                : page.getTranslation("operations.letters.next", DateTimes.dateTime(letter.next()));
    }

    private static Component letterSubject(StuckLetter letter) {
        return letter.onboarding() == null ? new Span(letter.subject())
                : new Div(new Anchor(Routes.of(Routes.ONBOARDINGS, letter.onboarding()), letter.subject()));
    }

    private static <T> Grid<T> grid(Component page, String label, CallbackDataProvider<T, Void> rows) {
        Grid<T> grid = new Grid<>();
        grid.setDataProvider(rows);
        grid.setAriaLabel(page.getTranslation(label));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("operations-table");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        return grid;
    }

    /** @param composed all of a row in one cell, for a page that has room for one column */
    private static <T> Grid<T> headed(Component page, Grid<T> grid, ValueProvider<T, Component> composed) {
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(page.getTranslation("operations.column." + column.getKey())));
        String first = grid.getColumns().getFirst().getKey();
        grid.addComponentColumn(composed).setKey(COMPOSED).setHeader(page.getTranslation("operations.column." + first))
                .setVisible(false);
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
        return grid;
    }

    private static Component composed(Component title, Component... lines) {
        title.addClassName("composed-title");
        Div cell = new Div(title);
        cell.addClassName("composed-cell");
        cell.add(lines);
        return cell;
    }

    private static Span line(Component page, String column, String value) {
        return new Span(page.getTranslation("operations.line", page.getTranslation("operations.column." + column), value));
    }
}
