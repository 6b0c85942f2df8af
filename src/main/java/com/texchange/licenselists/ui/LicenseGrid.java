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
import com.texchange.connections.ui.ReadRows;
import com.texchange.connections.ui.SelectionAddress;
import com.texchange.connections.ui.SelectionText;
import com.texchange.tables.TableFormat;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** A list of licenses, lazily, one a line; where it is narrow, one column tells all of a license. */
class LicenseGrid<T> extends Grid<T> {

    static final String COMPOSED = "composed";
    /** What is read off digit by digit, on one line. */
    private static final String DIGITS = "digits";
    /** Room that the columns need, in pixels of CSS; below it they are one. */
    private static final int COLUMNS = 940;
    private final transient Function<T, LicenseId> id;
    private final transient ConfigurableFilterDataProvider<T, Void, LicenseFilter> provider;
    private transient @Nullable ColumnChoice<T> columns;
    private transient @Nullable ListChoice choice;
    private transient @Nullable ListSelection<T> rows;
    /** A download reads what is shown, and in which order, without the page's lock. */
    private volatile transient LicenseFilter filter = LicenseFilter.NONE;
    private volatile transient Sort order = Sort.unsorted();
    /** How many rows there were when they were counted last. */
    private int count;
    /** Another order of the same rows is not counted anew. */
    private boolean counted;
    private final transient ReadRows<LicenseId> known = new ReadRows<>();

    /** Where its rows come from. */
    interface Pages<T> {

        List<T> page(LicenseFilter filter, Sort sort, ListWindow window);

        int count(LicenseFilter filter);
    }

    LicenseGrid(Pages<T> pages, Function<T, LicenseId> id) {
        this.id = id;
        CallbackDataProvider<T, LicenseFilter> rowsOfPages = new CallbackDataProvider<>(
                query -> read(pages.page(query.getFilter().orElse(LicenseFilter.NONE), VaadinSpringDataHelpers.toSpringDataSort(query),
                        ListWindow.of(query.getOffset(), query.getLimit(), count)), query).stream(),
                query -> count(pages), id::apply);
        provider = rowsOfPages.withConfigurableFilter();
        setDataProvider(provider);
        addClassName("devices-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        addSortListener(sorted -> order = GridOrder.of(this));
    }

    private List<T> read(List<T> page, Query<T, LicenseFilter> query) {
        List<LicenseId> ids = page.stream().map(id).toList();
        if (choice != null) {
            choice.read(Set.copyOf(ids));
        }
        int expected = Math.min(query.getLimit(), count - query.getOffset());
        if (counted && known.areOthers(ids, expected, query.getOffset(), VaadinSpringDataHelpers.toSpringDataSort(query))) {
            getUI().ifPresent(ui -> ui.access(this::countAnew));
        }
        return page;
    }

    private int count(Pages<T> pages) {
        if (!counted) {
            count = pages.count(filter);
            counted = true;
        }
        return count;
    }

    /** The number, which leads to the license's page. */
    final Column<T> number(Function<T, String> number) {
        return addColumn(LitRenderer.<T>of(LicenseLink.CELL).withProperty("number", number::apply)
                .withProperty("link", row -> LicenseLink.to(id.apply(row))))
                .setKey("number").setSortProperty("number").setWidth("10.5rem").setFlexGrow(0).setResizable(true).setPartNameGenerator(row -> DIGITS)
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

    /** The same for what is read off digit by digit, on one line. */
    final Column<T> digits(String key, ValueProvider<T, @Nullable Object> value) {
        return sorted(key, value).setPartNameGenerator(row -> DIGITS);
    }

    /** Once all columns are there. @param hidden those that the person does not want to see */
    final void arrange(Set<String> hidden) {
        columns = new ColumnChoice<>(this, COMPOSED, hidden);
        NarrowScreen.followOwn(this, COLUMNS, this::setNarrow);
    }

    final Button columnMenu(String first, Consumer<Set<String>> chosen) {
        return Objects.requireNonNull(columns).menu(first, chosen);
    }

    final void setNarrow(boolean narrow) {
        Objects.requireNonNull(columns).setNarrow(narrow);
    }

    final boolean isNarrow() {
        return columns != null && columns.isNarrow();
    }

    /** For the one column: empty while there are several, as what a hidden column tells is sent to the browser all the same. */
    final ValueProvider<T, String> whileNarrow(ValueProvider<T, String> value) {
        return row -> isNarrow() ? value.apply(row) : "";
    }

    /** A click on a row leads to the license's page. */
    final void leadToPages() {
        addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(LicenseLink.to(id.apply(click.getItem())))));
    }

    /** Lets its rows be selected. @param changed is told whenever a person selects something or nothing any more */
    final ListSelection<T> selectable(ListChoice.Source source, Runnable changed) {
        ListChoice selected = new ListChoice(source);
        ListSelection<T> selection = new ListSelection<>(this, id, selected,
                (from, to) -> source.between(filter, order, id.apply(from), id.apply(to)), changed);
        choice = selected;
        rows = selection;
        setSelectionModel(selection, SelectionMode.MULTI);
        return selection;
    }

    /** Null where nothing is selected. */
    final @Nullable Selection<LicenseId, LicenseFilter> selection() {
        return choice == null ? null : choice.selection();
    }

    /** How many of so many selected licenses it does not show. */
    final int hidden(int selected) {
        return choice == null ? 0 : choice.hidden(selected);
    }

    /**
     * Has the list's address hold what is selected. Whatever an address says, nothing else is selected than what the list can show.
     */
    final void hold(ListFilters filters, ListChoice.Source source) {
        filters.hold(new SelectionAddress(
                () -> Stream.ofNullable(selection()).map(selected -> SelectionText.of(selected, filter)).toList(),
                texts -> restore(SelectionText.read(String.join("", texts), filter), source)));
    }

    private void restore(Selection<LicenseId, LicenseFilter> said, ListChoice.Source source) {
        Selection<LicenseId, LicenseFilter> seen = switch (said) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> new Selection.Chosen<>(seen(some.ids(), source));
            case Selection.Matching<LicenseId, LicenseFilter>(var matched, var except) -> new Selection.Matching<>(matched, seen(except, source));
        };
        if (said instanceof Selection.Chosen<LicenseId, LicenseFilter>(var all)
                && seen instanceof Selection.Chosen<LicenseId, LicenseFilter>(var some) && some.size() < all.size()) {
            Notices.error(getTranslation("connections.selection.unknown", all.size() - some.size()));
        }
        boolean nothing = selection() == null && seen.equals(new Selection.Chosen<>(Set.of()));
        Objects.requireNonNull(choice).restore(seen);
        if (!nothing) {
            Objects.requireNonNull(rows).chosen();
        }
    }

    private static Set<LicenseId> seen(Set<LicenseId> said, ListChoice.Source source) {
        return said.isEmpty() ? said : source.ids(new Selection.Chosen<>(said), LicenseFilter.NONE, said.size());
    }

    final void selectAll() {
        Objects.requireNonNull(rows).selectAll();
    }

    final void clearSelection() {
        Objects.requireNonNull(rows).deselectAll();
    }

    /** What is selected stays so, shown or not. */
    final void filter(LicenseFilter other) {
        if (rows != null && !other.equals(filter)) {
            rows.show(other);
        }
        filter = other;
        counted = false;
        known.forget();
        provider.setFilter(other);
    }

    /** Writes all that a list shows, in its order. */
    interface Export {

        void write(LicenseFilter filter, Sort sort, TableFormat format, OutputStream out) throws IOException;
    }

    /** @param name as of {@link TableLinks} */
    final TableLinks download(String name, Export export) {
        return new TableLinks(getTranslation("connections.list.download"), name,
                (format, out) -> export.write(filter, order, format, out));
    }

    /** @param count hears how many match, whenever that changes */
    final void onCount(IntConsumer count) {
        getGenericDataView().addItemCountChangeListener(change -> count.accept(change.getItemCount()));
    }

    final void refresh() {
        known.forget();
        countAnew();
    }

    private void countAnew() {
        counted = false;
        provider.refreshAll();
    }
}
