package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.SearchField;
import com.texchange.common.ui.Tone;
import com.texchange.common.ui.UnbrokenText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The rows of a batch, lazily, with the result of each. */
final class BatchRowGrid extends Composite<Div> {

    private static final String COMPOSED = "composed";
    private final SearchField search = new SearchField(getTranslation("batches.search"));
    private final Select<BatchRow.State> state = new Select<>();
    private final Grid<BatchRow> grid = new Grid<>();
    private final transient ConfigurableFilterDataProvider<BatchRow, Void, BatchRowFilter> provider;
    private final transient BatchLayout layout;
    private transient @Nullable Batch batch;

    /** @param address what the page was opened with: which rows are shown */
    BatchRowGrid(Batches batches, BatchId id, BatchLayout layout, Actor actor, QueryParameters address) {
        this.layout = layout;
        CallbackDataProvider<BatchRow, BatchRowFilter> pages = new CallbackDataProvider<>(
                query -> batches.rows(id, query.getFilter().orElse(BatchRowFilter.NONE), query.getOffset(), query.getLimit(), actor)
                        .stream(),
                query -> batches.countRows(id, query.getFilter().orElse(BatchRowFilter.NONE), actor), BatchRow::line);
        provider = pages.withConfigurableFilter();
        grid.setDataProvider(provider);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("rows-grid");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setEmptyStateText(getTranslation("common.nothingFound"));
        addColumns();
        state.setLabel(getTranslation("batches.filter"));
        state.setItems(BatchRow.State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("batches.filter.all"));
        state.setItemLabelGenerator(value -> getTranslation(value == null ? "batches.filter.all"
                : "batches.rows." + value));
        search.addValueChangeListener(change -> filter());
        state.addValueChangeListener(change -> filter());
        FilterAddress.ofOpenPage().search(search).choice("state", state, BatchRow.State.class, null).read(address);
        Div tools = new Div(search, state);
        tools.addClassName("list-tools");
        getContent().addClassName("batch-rows");
        getContent().add(tools, grid);
    }

    private void filter() {
        provider.setFilter(new BatchRowFilter(search.getValue(), state.getValue()));
    }

    private void addColumns() {
        Grid.Column<BatchRow> composed = grid.addComponentColumn(this::composed).setKey(COMPOSED)
                .setHeader(getTranslation("batches.column.composed"));
        composed.setVisible(false);
        grid.addColumn(BatchRow::line).setWidth("6.5rem").setFlexGrow(0)
                .setHeader(getTranslation("batches.column.line"));
        grid.addComponentColumn(this::label).setWidth("14rem").setFlexGrow(2)
                .setHeader(getTranslation(layout.label()));
        layout.shown().forEach(column -> grid.addComponentColumn(row -> new UnbrokenText(column.of(row))).setWidth(column.width()).setFlexGrow(2)
                .setHeader(getTranslation(column.heading())));
        grid.addComponentColumn(this::result).setWidth("18rem").setFlexGrow(3)
                .setHeader(getTranslation("batches.column.result"));
        grid.getColumns().forEach(column -> column.setResizable(true));
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    void show(Batch current) {
        batch = current;
        provider.refreshAll();
    }

    private Component label(BatchRow row) {
        return row.subject() == null ? new Span(row.label())
                : new Anchor(Routes.of(layout.subjects(), row.subject()), row.label());
    }

    private Span result(BatchRow row) {
        Tone tone = switch (row.state()) {
            case WAITING -> Tone.UNDER_WAY;
            case DONE -> Tone.SUCCESS;
            case REFUSED -> Tone.ERROR;
        };
        return tone.badge(batch == null ? "" : BatchWords.result(batch, row, layout));
    }

    private Component composed(BatchRow row) {
        Div cell = new Div(label(row));
        layout.shown().stream().findFirst().ifPresent(column -> cell.add(new UnbrokenText(column.of(row))));
        cell.add(result(row));
        cell.addClassName("composed-cell");
        return cell;
    }
}
