package com.texchange.connections.ui;

import com.texchange.common.ui.ColumnFilters;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list of licenses is narrowed by, and the address that holds it: {@code search=<text>}, {@code show=connected},
 * {@code sort=user} or, from the end, {@code sort=-user}, and the columns' filters by their keys.
 */
final class ListFilters {

    private static final String SEARCH = "search";
    private static final String SHOW = "show";
    private static final String SORT = "sort";
    final SearchField search;
    final Select<Show> show = new Select<>();
    final ColumnFilters columns;
    final Span count = new Span();
    private final String route;
    private final LicenseGrid<?> grid;
    /** While the address is read, it is not written. */
    private boolean reading;

    /**
     * @param route  of the page
     * @param prompt translated: what can be searched for
     * @param texts  begins the keys of the choices
     */
    ListFilters(String route, LicenseGrid<?> grid, String prompt, String texts, Show... shows) {
        this.route = route;
        this.grid = grid;
        search = new SearchField(prompt);
        search.addValueChangeListener(change -> changed());
        List<String> keys = grid.getColumns().stream().map(Grid.Column::getKey)
                .filter(key -> LicenseField.of(key).isPresent()).toList();
        columns = new ColumnFilters(grid, keys, this::changed);
        show.setItems(shows);
        show.setAriaLabel(grid.getTranslation(texts));
        show.setItemLabelGenerator(value -> grid.getTranslation(texts + "." + value));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> changed());
        grid.addSortListener(sort -> writeAddress());
        count.getElement().setAttribute("role", "status");
    }

    LicenseFilter filter() {
        Map<LicenseField, String> fields = columns.values().entrySet().stream()
                .collect(Collectors.toMap(entry -> LicenseField.of(entry.getKey()).orElseThrow(), Map.Entry::getValue));
        return new LicenseFilter(search.getValue(), fields, show.getValue() == null ? Show.ALL : show.getValue(), Words.LICENSE, null);
    }

    private void changed() {
        if (!reading) {
            grid.filter(filter());
            writeAddress();
        }
    }

    /** Whatever somebody wrote into the address: what is not known is ignored. */
    void read(QueryParameters parameters) {
        reading = true;
        try {
            search.show(parameters.getSingleParameter(SEARCH).orElse(""));
            show.setValue(parameters.getSingleParameter(SHOW).flatMap(name -> show.getListDataView().getItems()
                    .filter(value -> value.name().equalsIgnoreCase(name.replace('-', '_'))).findFirst()).orElse(Show.ALL));
            columns.show(Arrays.stream(LicenseField.values()).map(LicenseField::key)
                    .filter(key -> parameters.getSingleParameter(key).isPresent())
                    .collect(Collectors.toMap(key -> key, key -> parameters.getSingleParameter(key).orElseThrow())));
            sort(grid, parameters.getSingleParameter(SORT).orElse(""));
        } finally {
            reading = false;
        }
        grid.filter(filter());
    }

    private static <T> void sort(LicenseGrid<T> grid, String address) {
        grid.sort(GridOrder.read(grid, address));
    }

    private void writeAddress() {
        if (reading) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!search.getValue().isBlank()) {
            parameters.put(SEARCH, search.getValue().strip());
        }
        if (filter().show() != Show.ALL) {
            parameters.put(SHOW, filter().show().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        parameters.putAll(columns.values());
        GridOrder.address(grid).ifPresent(order -> parameters.put(SORT, order));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(route, QueryParameters.simple(parameters)));
    }
}
