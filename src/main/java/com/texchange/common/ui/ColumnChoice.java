package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which of a grid's columns are shown: as a person has chosen in a menu; where it is narrow, one that tells all of a row.
 *
 * @param <T> of the rows
 */
public final class ColumnChoice<T> {

    private final Grid<T> grid;
    private final String composed;
    private final Set<String> hidden;
    /** What stands over the columns, until there are more rows over them. */
    private final Map<String, String> names = new HashMap<>();
    private boolean narrow;

    /**
     * @param composed key of the column that tells all
     * @param hidden   keys of those that the person does not want to see
     */
    public ColumnChoice(Grid<T> grid, String composed, Set<String> hidden) {
        this.grid = grid;
        this.composed = composed;
        this.hidden = new HashSet<>(hidden);
        grid.getColumns().forEach(column -> names.put(column.getKey(), column.getHeaderText()));
        show();
    }

    public void setNarrow(boolean isNarrow) {
        if (narrow != isNarrow) {
            narrow = isNarrow;
            show();
            grid.getDataProvider().refreshAll();
        }
    }

    public boolean isNarrow() {
        return narrow;
    }

    private void show() {
        grid.setClassName("one-column", narrow);
        grid.getColumns().forEach(column -> column.setVisible(composed.equals(column.getKey()) ? narrow
                : !narrow && !hidden.contains(column.getKey())));
    }

    /**
     * The button that opens the choice.
     *
     * @param first  key of a column that always stays
     * @param chosen hears of the keys of those that shall not be seen
     */
    public Button menu(String first, Consumer<Set<String>> chosen) {
        String name = grid.getTranslation("common.columns");
        Button button = new Button(VaadinIcon.GRID_H.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.addClassName("column-choice");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        CheckboxGroup<String> columns = new CheckboxGroup<>(name);
        columns.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        columns.setItemLabelGenerator(names::get);
        List<String> keys = grid.getColumns().stream().map(Grid.Column::getKey)
                .filter(key -> !composed.equals(key) && !first.equals(key)).toList();
        columns.setItems(keys);
        columns.setValue(keys.stream().filter(key -> !hidden.contains(key)).collect(Collectors.toSet()));
        columns.addValueChangeListener(change -> {
            keys.forEach(key -> {
                if (change.getValue().contains(key)) {
                    hidden.remove(key);
                } else {
                    hidden.add(key);
                }
            });
            show();
            chosen.accept(Set.copyOf(hidden));
        });
        Popover popover = new Popover(columns);
        popover.setTarget(button);
        popover.setAriaLabel(name);
        return button;
    }
}
