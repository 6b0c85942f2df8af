package com.texchange.invitelists.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.NarrowScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a batch, lazily, with the result of each. */
final class BatchRowGrid extends Composite<Div> {

    private final Select<BatchRow.State> state = new Select<>();
    private final Grid<BatchRow> grid = new Grid<>();
    private final transient ConfigurableFilterDataProvider<BatchRow, Void, BatchRow.State> provider;
    private transient @Nullable Batch batch;

    BatchRowGrid(Batches batches, BatchId id, Actor actor) {
        CallbackDataProvider<BatchRow, BatchRow.State> pages = new CallbackDataProvider<>(
                query -> batches.rows(id, query.getFilter().orElse(null), query.getOffset(), query.getLimit(), actor)
                        .stream(),
                query -> batches.countRows(id, query.getFilter().orElse(null), actor), BatchRow::line);
        provider = pages.withConfigurableFilter();
        grid.setDataProvider(provider);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("rows-grid");
        addColumns();
        state.setLabel(getTranslation("invitelists.filter"));
        state.setItems(BatchRow.State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("invitelists.filter.all"));
        state.setItemLabelGenerator(value -> getTranslation(value == null ? "invitelists.filter.all"
                : "invitelists.rows." + value));
        state.addValueChangeListener(change -> provider.setFilter(change.getValue()));
        getContent().addClassName("list-preview");
        getContent().add(state, grid);
    }

    private void addColumns() {
        grid.addComponentColumn(this::composed).setKey("composed").setVisible(false);
        grid.addColumn(BatchRow::line).setKey("line").setWidth("6.5rem").setFlexGrow(0);
        grid.addComponentColumn(this::name).setKey("name").setWidth("14rem").setFlexGrow(2);
        grid.addColumn(row -> row.email().value()).setKey("email").setWidth("14rem").setFlexGrow(2);
        grid.addColumn(row -> Objects.requireNonNullElse(row.city(), "")).setKey("city").setWidth("9rem");
        grid.addComponentColumn(this::result).setKey("result").setWidth("18rem").setFlexGrow(3);
        grid.getColumns().forEach(column ->
                column.setHeader(getTranslation("invitelists.column." + column.getKey())).setResizable(true));
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
    }

    void show(Batch current) {
        batch = current;
        provider.refreshAll();
    }

    private Component name(BatchRow row) {
        return row.onboarding() == null ? new Span(row.name())
                : new Anchor(Routes.of(Routes.DISTRIBUTORS, row.onboarding()), row.name());
    }

    private Span result(BatchRow row) {
        Span result = new Span(batch == null ? "" : BatchWords.result(batch, row));
        result.addClassNames("row-result", "row-" + row.state());
        return result;
    }

    private Component composed(BatchRow row) {
        Div cell = new Div(name(row), new Span(row.email().value()), result(row));
        cell.addClassName("composed-cell");
        return cell;
    }
}
