package com.texchange.connections.ui;

import com.texchange.common.ui.ColumnFilters;
import com.texchange.common.ui.GridOrder;
import com.texchange.common.ui.SearchField;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of licenses is narrowed by, and the address that holds it: {@code search=<text>}, {@code show=connected},
 * {@code sort=user} or, from the end, {@code sort=-user}, the columns' filters by their keys, and what is selected as
 * {@link SelectionAddress} has it.
 */
public final class ListFilters {

    private static final String SEARCH = "search";
    private static final String SHOW = "show";
    private static final String SORT = "sort";
    public final SearchField search;
    public final Select<Show> show = new Select<>();
    public final ColumnFilters columns;
    public final Span count = new Span();
    private final Grid<?> grid;
    private final Consumer<LicenseFilter> shown;
    private final Consumer<ListFilters> changed;
    private @Nullable SelectionAddress selection;
    /** While the address is read, it is not written, nor is the list read for each part of it. */
    private boolean reading;

    /**
     * @param prompt  translated: what can be searched for
     * @param texts   begins the keys of the choices
     * @param shown   hears what the list shall show
     * @param changed hears when a person has changed something
     */
    ListFilters(Grid<?> grid, String prompt, String texts, Consumer<LicenseFilter> shown, Consumer<ListFilters> changed, Show... shows) {
        this.grid = grid;
        this.shown = shown;
        this.changed = changed;
        search = new SearchField(grid.getTranslation("connections.search.short"), prompt);
        search.addValueChangeListener(change -> changed());
        columns = new ColumnFilters(grid, grid.getColumns().stream().map(Grid.Column::getKey)
                .filter(key -> field(key).isPresent()).toList(), this::changed);
        show.setItems(shows);
        show.setAriaLabel(grid.getTranslation(texts));
        show.setItemLabelGenerator(value -> grid.getTranslation(texts + "." + value));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> changed());
        onSort(grid, this::write);
        count.getElement().setAttribute("role", "status");
    }

    /** Of a page that is nothing but the list. */
    public static ListFilters of(String route, Grid<?> grid, Consumer<LicenseFilter> shown, String prompt, String texts, Show... shows) {
        return new ListFilters(grid, prompt, texts, shown, filters -> UI.getCurrent().getPage().getHistory()
                .replaceState(null, new Location(route, new QueryParameters(filters.address()))), shows);
    }

    private static <T> void onSort(Grid<T> grid, Runnable sorted) {
        grid.addSortListener(sort -> sorted.run());
    }

    /** The first column of a tree has the number too. */
    private static Optional<LicenseField> field(String key) {
        return "name".equals(key) ? Optional.of(LicenseField.NUMBER) : LicenseField.of(key);
    }

    LicenseFilter filter() {
        Map<LicenseField, String> fields = columns.values().entrySet().stream()
                .collect(Collectors.toMap(entry -> field(entry.getKey()).orElseThrow(), Map.Entry::getValue));
        return new LicenseFilter(search.getValue(), fields, show.getValue() == null ? Show.ALL : show.getValue(), Words.LICENSE, null);
    }

    private void changed() {
        if (!reading) {
            shown.accept(filter());
            write();
        }
    }

    /** Has the address hold what is selected too. {@link #write} is to be called whenever a person changes that. */
    public void hold(SelectionAddress selected) {
        selection = selected;
    }

    /** Writes the address, unless it is just being read. */
    public void write() {
        if (!reading) {
            changed.accept(this);
        }
    }

    /** Whatever somebody wrote into the address: what is not known is ignored. */
    public void read(QueryParameters parameters) {
        UnaryOperator<String> address = name -> parameters.getSingleParameter(name).orElse("");
        reading = true;
        try {
            search.show(address.apply(SEARCH));
            show.setValue(show.getListDataView().getItems()
                    .filter(value -> value.name().equalsIgnoreCase(address.apply(SHOW).replace('-', '_'))).findFirst().orElse(Show.ALL));
            columns.show(grid.getColumns().stream().map(Grid.Column::getKey).collect(Collectors.toMap(key -> key, address)));
            sort(grid, address.apply(SORT));
            shown.accept(filter());
            if (selection != null) {
                selection.read(parameters);
            }
        } finally {
            reading = false;
        }
    }

    private static <T> void sort(Grid<T> grid, String address) {
        grid.sort(GridOrder.read(grid, address));
    }

    /** What an address has to say for it. */
    Map<String, List<String>> address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(SEARCH, search.getValue().strip());
        parameters.put(SHOW, filter().show() == Show.ALL ? "" : filter().show().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        parameters.putAll(columns.values());
        parameters.put(SORT, GridOrder.address(grid).orElse(""));
        parameters.values().removeIf(String::isEmpty);
        Map<String, List<String>> address = new LinkedHashMap<>(QueryParameters.simple(parameters).getParameters());
        if (selection != null) {
            address.putAll(selection.parameters());
        }
        return address;
    }
}
