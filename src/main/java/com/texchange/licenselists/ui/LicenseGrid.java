package com.texchange.licenselists.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Selection;
import com.texchange.common.ui.ColumnChoice;
import com.texchange.common.ui.GridOrder;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ui.LicenseLink;
import com.texchange.connections.ui.ListFilters;
import com.texchange.connections.ui.SelectionAddress;
import com.texchange.connections.ui.SelectionText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** A list of licenses, lazily, one a line; where it is narrow, one column tells all of a license. */
class LicenseGrid<T> extends Grid<T> {

    static final String COMPOSED = "composed";
    /** Room that the columns need, in pixels of CSS; below it they are one. */
    private static final int COLUMNS = 940;
    private final transient Function<T, LicenseId> id;
    private final transient ConfigurableFilterDataProvider<T, Void, LicenseFilter> provider;
    private transient @Nullable ColumnChoice<T> choice;
    private transient @Nullable ListSelection<T> rows;
    private transient LicenseFilter filter = LicenseFilter.NONE;
    /** How many rows there were when they were counted last. */
    private int count;

    /** Where its rows come from. */
    interface Pages<T> {

        List<T> page(LicenseFilter filter, Sort sort, ListWindow window);

        int count(LicenseFilter filter);
    }

    LicenseGrid(Pages<T> pages, Function<T, LicenseId> id) {
        this.id = id;
        CallbackDataProvider<T, LicenseFilter> rowsOfPages = new CallbackDataProvider<>(
                query -> pages.page(query.getFilter().orElse(LicenseFilter.NONE), VaadinSpringDataHelpers.toSpringDataSort(query),
                        ListWindow.of(query.getOffset(), query.getLimit(), count)).stream(),
                query -> count = pages.count(query.getFilter().orElse(LicenseFilter.NONE)), id::apply);
        provider = rowsOfPages.withConfigurableFilter();
        setDataProvider(provider);
        addClassName("devices-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
    }

    /** The number, which leads to the license's page. */
    final Column<T> number(Function<T, String> number) {
        return addColumn(LitRenderer.<T>of(LicenseLink.CELL).withProperty("number", number::apply)
                .withProperty("link", row -> LicenseLink.to(id.apply(row))))
                .setKey("number").setSortProperty("number").setWidth("10.5rem").setFlexGrow(0).setResizable(true)
                .setHeader(getTranslation("licenses.column.number"));
    }

    final Column<T> text(String key, ValueProvider<T, @Nullable Object> value) {
        return text(key, "licenses.column." + key, value);
    }

    final Column<T> text(String key, String head, ValueProvider<T, @Nullable Object> value) {
        return addColumn(row -> Objects.toString(value.apply(row), "")).setKey(key).setResizable(true).setFlexGrow(0)
                .setHeader(getTranslation(head));
    }

    final Column<T> sorted(String key, ValueProvider<T, @Nullable Object> value) {
        return text(key, value).setSortProperty(key);
    }

    final Column<T> sorted(String key, String head, ValueProvider<T, @Nullable Object> value) {
        return text(key, head, value).setSortProperty(key);
    }

    /** Once all columns are there. @param hidden those that the person does not want to see */
    final void arrange(Set<String> hidden) {
        ColumnChoice<T> columns = new ColumnChoice<>(this, COMPOSED, hidden);
        choice = columns;
        NarrowScreen.followOwn(this, COLUMNS, this::setNarrow);
    }

    final Button columnMenu(String first, Consumer<Set<String>> chosen) {
        return Objects.requireNonNull(choice).menu(first, chosen);
    }

    final void setNarrow(boolean narrow) {
        Objects.requireNonNull(choice).setNarrow(narrow);
    }

    final boolean isNarrow() {
        return choice != null && choice.isNarrow();
    }

    /** A click on a row leads to the license's page. */
    final void leadToPages() {
        addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(LicenseLink.to(id.apply(click.getItem())))));
    }

    /** What stands between two rows. */
    interface Range {

        Set<LicenseId> between(LicenseFilter filter, Sort sort, LicenseId from, LicenseId to);
    }

    /** Lets its rows be selected. @param changed is told whenever a person selects something or nothing any more */
    final ListSelection<T> selectable(Range range, Runnable changed) {
        ListSelection<T> selection = new ListSelection<>(this, id,
                (from, to) -> range.between(filter, GridOrder.of(this), id.apply(from), id.apply(to)), changed);
        rows = selection;
        setSelectionModel(selection, SelectionMode.MULTI);
        return selection;
    }

    /** Null where nothing is selected. */
    final @Nullable Selection<LicenseId, LicenseFilter> selection() {
        return rows == null ? null : rows.selection(filter);
    }

    /**
     * Has the list's address hold what is selected.
     *
     * @param seen those of the licenses that the list can show: whatever an address says, no others are selected
     */
    final void hold(ListFilters filters, UnaryOperator<Set<LicenseId>> seen) {
        filters.hold(new SelectionAddress(
                () -> Stream.ofNullable(selection()).map(selected -> SelectionText.of(selected, filter)).toList(),
                texts -> restore(SelectionText.read(String.join("", texts), filter), seen)));
    }

    private void restore(Selection<LicenseId, LicenseFilter> selected, UnaryOperator<Set<LicenseId>> seen) {
        boolean all = selected instanceof Selection.Matching;
        Set<LicenseId> said = switch (selected) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> some.ids();
            case Selection.Matching<LicenseId, LicenseFilter> matching -> matching.except();
        };
        Set<LicenseId> ids = said.isEmpty() ? said : seen.apply(said);
        if (!all && ids.size() < said.size()) {
            Notices.error(getTranslation("connections.selection.unknown", said.size() - ids.size()));
        }
        Objects.requireNonNull(rows).restore(all, ids);
    }

    final void selectAll() {
        Objects.requireNonNull(rows).selectAll();
    }

    final void clearSelection() {
        Objects.requireNonNull(rows).deselectAll();
    }

    /** What was chosen of another list is not chosen any more: nothing unseen is changed. */
    final void filter(LicenseFilter other) {
        if (rows != null && !other.equals(filter)) {
            rows.deselectAll();
        }
        filter = other;
        count = 0;
        provider.setFilter(other);
    }

    final LicenseFilter filter() {
        return filter;
    }

    /** @param count hears how many match, whenever that changes */
    final void onCount(IntConsumer count) {
        getGenericDataView().addItemCountChangeListener(change -> count.accept(change.getItemCount()));
    }

    final void refresh() {
        provider.refreshAll();
    }
}
