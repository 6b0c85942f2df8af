package com.texchange.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed by, in the address of its page: {@code search=<text>} and choices by their names. So it outlives a reload,
 * is found again by who comes back, and can be sent to a colleague.
 */
public final class FilterAddress {

    private static final String SEARCH = "search";
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final Map<String, Consumer<String>> fields = new LinkedHashMap<>();
    private final @Nullable String route;

    private FilterAddress(@Nullable String route) {
        this.route = route;
    }

    /** Of a list on the page that is open. */
    public static FilterAddress ofOpenPage() {
        return new FilterAddress(null);
    }

    /** @param route of the page when it is narrowed, whatever it was opened by */
    public static FilterAddress of(String route) {
        return new FilterAddress(route);
    }

    public FilterAddress search(SearchField field) {
        values.put(SEARCH, () -> field.getValue().strip());
        fields.put(SEARCH, field::show);
        field.addValueChangeListener(change -> changed(change.isFromClient()));
        return this;
    }

    /** @param usual what is chosen where the address says nothing, or what means nothing */
    public <E extends Enum<E>> FilterAddress choice(String name, Select<E> field, Class<E> type, @Nullable E usual) {
        values.put(name, () -> field.getValue() == null || field.getValue() == usual ? "" : written(field.getValue()));
        fields.put(name, text -> field.setValue(Arrays.stream(type.getEnumConstants()).filter(value -> written(value).equals(text))
                .findFirst().orElse(usual)));
        field.addValueChangeListener(change -> changed(change.isFromClient()));
        return this;
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            write();
        }
    }

    /** Shows what the address says. */
    public void read(QueryParameters address) {
        fields.forEach((name, field) -> field.accept(address.getSingleParameter(name).orElse("")));
    }

    /** For changes that a person makes otherwise than in the fields; those are written by themselves. */
    public void write() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((name, value) -> parameters.put(name, value.get()));
        parameters.values().removeIf(String::isEmpty);
        UI ui = UI.getCurrent();
        String path = route == null ? ui.getInternals().getActiveViewLocation().getPath() : route;
        ui.getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(parameters)));
    }
}
