package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.RowSelection;
import com.texchange.onboarding.ui.StageBadge;
import com.texchange.overview.OnboardingCount;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.OnboardingWindow;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.springframework.data.domain.Sort;

/** Onboardings, lazily, one a line; for a supplier its distributors, for a process manager all. */
class OnboardingGrid extends Grid<OnboardingRow> {

    private static final String COMPOSED = "composed";
    /** Room that the columns need, in pixels of CSS; below it they are one. */
    private static final int COLUMNS = 960;
    private static final int COLUMNS_WITH_SUPPLIER = 1000;
    private static final String BADGE_CELL = """
            <span class="badge" theme="${item.theme}">${item.text}</span>""";
    private static final String NAME_CELL = """
            <span class="long-name" title="${item.name}">${item.name}</span>""";
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title">${item.name}</span><span>${item.place}</span>\
            <span><span class="badge" theme="${item.stage}">${item.stageText}</span> \
            <span class="badge" theme="${item.letter}">${item.letterText}</span></span>\
            <span>${item.since}</span></div>""";
    /** The row that has the focus, or nothing in heading and foot. */
    private static final String FOCUSED = "(element.getEventContext(event).item || {}).key || ''";
    private static final String FOCUS = """
            const cell = this.shadowRoot && this.shadowRoot.querySelector('#items [tabindex="0"]');
            if (cell) { cell.focus(); }
            """;
    private final transient ConfigurableFilterDataProvider<OnboardingRow, Void, OnboardingFilter> provider;
    private transient OnboardingFilter filter = OnboardingFilter.NONE;
    /** How many the list has; as many as there may be until that is known. */
    private transient OnboardingCount counted = OnboardingCount.UNKNOWN;
    private final transient KnownRows known = new KnownRows();

    OnboardingGrid(OnboardingQueries queries, Actor actor, boolean withSupplier) {
        CallbackDataProvider<OnboardingRow, OnboardingFilter> pages = new CallbackDataProvider<>(
                query -> page(queries, query, actor).stream(),
                query -> count(queries, query.getFilter().orElse(OnboardingFilter.NONE), actor),
                OnboardingRow::id);
        provider = pages.withConfigurableFilter();
        setDataProvider(provider);
        setSizeFull();
        addClassName("onboarding-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setEmptyStateText(getTranslation("overview.nothingFound"));
        addColumns(withSupplier);
        NarrowScreen.followOwn(this, withSupplier ? COLUMNS_WITH_SUPPLIER : COLUMNS, narrow -> getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    /** The grid counts before it asks for a page of another filter, or after news. */
    private int count(OnboardingQueries queries, OnboardingFilter found, Actor actor) {
        counted = queries.count(found, actor);
        return counted.number();
    }

    private List<OnboardingRow> page(OnboardingQueries queries, Query<OnboardingRow, OnboardingFilter> query, Actor actor) {
        Sort sort = sort(query);
        OnboardingWindow window = known.window(query.getOffset(), query.getLimit(), counted, sort);
        List<OnboardingRow> rows = queries.page(query.getFilter().orElse(OnboardingFilter.NONE), sort, window, actor);
        known.add(query.getOffset(), rows);
        return rows;
    }

    private static Sort sort(Query<OnboardingRow, OnboardingFilter> query) {
        return VaadinSpringDataHelpers.toSpringDataSort(query);
    }

    private void addColumns(boolean withSupplier) {
        addColumn(composed(withSupplier)).setKey(COMPOSED)
                .setHeader(getTranslation("overview.column.distributor")).setSortProperty("distributor")
                .setVisible(false);
        if (withSupplier) {
            name("supplier", OnboardingRow::supplier).setWidth("8.25rem").setFlexGrow(2);
        }
        name("distributor", OnboardingRow::distributor).setWidth(withSupplier ? "10.5rem" : "12rem").setFlexGrow(withSupplier ? 3 : 4);
        text("code", row -> row.code().value()).setWidth("5.5rem").setFlexGrow(0);
        text("city", row -> Objects.requireNonNullElse(row.city(), "")).setWidth("7.75rem").setFlexGrow(1);
        addColumn(badge(row -> StageBadge.look(row.stage()))).setKey("stage")
                .setHeader(getTranslation("onboarding.stage")).setSortProperty("stage").setWidth("12.75rem").setFlexGrow(0);
        text("since", row -> DateTimes.date(row.since())).setWidth("9.25rem").setFlexGrow(0)
                .setTooltipGenerator(row -> DateTimes.dateTime(row.since()));
        addColumn(badge(row -> StageBadge.look(row.letter()))).setKey("letter")
                .setHeader(getTranslation("onboarding.letter")).setSortProperty("letter").setWidth("8.5rem")
                .setFlexGrow(0);
    }

    private Column<OnboardingRow> name(String key, ValueProvider<OnboardingRow, String> value) {
        return addColumn(LitRenderer.<OnboardingRow>of(NAME_CELL).withProperty("name", value)).setKey(key)
                .setHeader(getTranslation("overview.column." + key)).setSortProperty(key);
    }

    /** The words are all there, on several lines: a tooltip would only lie over the next row. */
    private Column<OnboardingRow> text(String key,
            ValueProvider<OnboardingRow, String> value) {
        return addColumn(value).setKey(key).setHeader(getTranslation("overview.column." + key)).setSortProperty(key);
    }

    /**
     * All that matters of a row, for a page that has room for one column; the browser draws it, without components. It is there before
     * it is shown: the details of a row that was clicked make the list narrow.
     */
    private static LitRenderer<OnboardingRow> composed(boolean withSupplier) {
        return LitRenderer.<OnboardingRow>of(COMPOSED_CELL)
                .withProperty("name", OnboardingRow::distributor)
                .withProperty("place", row -> row.code().value() + (row.city() == null ? "" : " · " + row.city())
                        + (withSupplier ? " · " + row.supplier() : ""))
                .withProperty("stage", row -> StageBadge.look(row.stage()).theme())
                .withProperty("stageText", row -> StageBadge.look(row.stage()).text())
                .withProperty("letter", row -> StageBadge.look(row.letter()).theme())
                .withProperty("letterText", row -> StageBadge.look(row.letter()).text())
                .withProperty("since", row -> DateTimes.dateTime(row.since()));
    }

    private static LitRenderer<OnboardingRow> badge(Function<OnboardingRow, StageBadge.Look> look) {
        return LitRenderer.<OnboardingRow>of(BADGE_CELL)
                .withProperty("text", row -> look.apply(row).text())
                .withProperty("theme", row -> look.apply(row).theme());
    }

    /** By a click on a row, or with Enter. */
    void onOpen(Consumer<OnboardingRow> open) {
        addItemClickListener(click -> open.accept(click.getItem()));
        getElement().addEventListener("keydown", press -> openFocused(press, open))
                .setFilter("event.key === 'Enter'").addEventData(FOCUSED);
    }

    private void openFocused(DomEvent press, Consumer<OnboardingRow> open) {
        OnboardingRow row = getDataCommunicator().getKeyMapper().get(press.getEventData().get(FOCUSED).asString());
        if (row != null) {
            open.accept(row);
        }
    }

    /** @param count hears how many match, whenever that changes */
    void onCount(IntConsumer count) {
        getGenericDataView().addItemCountChangeListener(change -> count.accept(change.getItemCount()));
    }

    /** From now on, rows can be selected. */
    RowSelection<OnboardingRow> selectRows() {
        RowSelection<OnboardingRow> rows = new RowSelection<>(this);
        setSelectionModel(rows, SelectionMode.MULTI);
        return rows;
    }

    void filter(OnboardingFilter other) {
        filter = other;
        forget();
        provider.setFilter(other);
    }

    OnboardingFilter filter() {
        return filter;
    }

    /** The order that the person has chosen. */
    static Sort sortOf(List<GridSortOrder<OnboardingRow>> orders) {
        return Sort.by(orders.stream().map(order -> new Sort.Order(
                order.getDirection() == SortDirection.ASCENDING ? Sort.Direction.ASC : Sort.Direction.DESC,
                COMPOSED.equals(order.getSorted().getKey()) ? "distributor" : order.getSorted().getKey())).toList());
    }

    /** Where it was before. */
    void focusRow() {
        getElement().executeJs(FOCUS);
    }

    private void forget() {
        counted = OnboardingCount.UNKNOWN;
        known.clear();
    }

    void refresh() {
        forget();
        provider.refreshAll();
    }
}
