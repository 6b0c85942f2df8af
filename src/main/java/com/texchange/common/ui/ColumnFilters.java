package com.texchange.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field under the head of each column by which its values are searched, the browser's own, which are drawn much faster than
 * the component's. This line tells what is filtered, also where the columns are not shown, and takes it back.
 */
public final class ColumnFilters extends Composite<Div> {

    private static final String LONGEST = "100";
    private final Map<String, Input> fields = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Span said = new Span();
    private final Runnable changed;
    /** While several fields are set, the list is not read for each. */
    private boolean setting;

    /**
     * @param keys    of the columns; all of them have heads
     * @param changed runs when a person has changed a filter
     */
    public ColumnFilters(Grid<?> grid, Collection<String> keys, Runnable changed) {
        this.changed = changed;
        // The heads are asked first: the row below takes their place.
        grid.getColumns().stream().filter(column -> keys.contains(column.getKey()))
                .forEach(column -> names.put(column.getKey(), column.getHeaderText()));
        HeaderRow row = grid.appendHeaderRow();
        grid.addClassName("filtered-columns");
        names.keySet().forEach(key -> row.getCell(grid.getColumnByKey(key)).setComponent(field(key)));
        said.getElement().setAttribute("role", "status");
        Button clear = new Button(getTranslation("common.filters.clear"), click -> clear());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        getContent().addClassName("column-filters");
        getContent().add(said, clear);
        tell();
    }

    private Input field(String key) {
        Input field = new Input(ValueChangeMode.LAZY);
        field.addClassName("column-filter");
        field.getElement().setAttribute("maxlength", LONGEST);
        field.setAriaLabel(getTranslation("common.filters.of", names.get(key)));
        field.addValueChangeListener(change -> changed());
        fields.put(key, field);
        return field;
    }

    /** What is typed, by the columns' keys; without those where nothing is. */
    public Map<String, String> values() {
        return fields.entrySet().stream().filter(field -> !field.getValue().getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getValue().strip()));
    }

    /** Shows what an address says; columns that are not there are ignored. */
    public void show(Map<String, String> values) {
        setting = true;
        fields.forEach((key, field) -> field.setValue(values.getOrDefault(key, "")));
        setting = false;
        tell();
    }

    private void clear() {
        show(Map.of());
        changed.run();
    }

    private void changed() {
        if (!setting) {
            tell();
            changed.run();
        }
    }

    private void tell() {
        Map<String, String> values = values();
        said.setText(getTranslation("common.filters", fields.keySet().stream().filter(values::containsKey)
                .map(key -> getTranslation("common.filters.one", names.get(key), values.get(key)))
                .collect(Collectors.joining("; "))));
        setVisible(!values.isEmpty());
    }
}
