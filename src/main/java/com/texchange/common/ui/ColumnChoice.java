package com.texchange.common.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
        grid.getColumns().forEach(column -> column.setVisible(composed.equals(column.getKey()) ? narrow
                : !narrow && !hidden.contains(column.getKey())));
    }

    /**
     * The menu to choose from.
     *
     * @param first  key of a column that always stays
     * @param chosen hears of the keys of those that shall not be seen
     */
    public MenuBar menu(String first, Consumer<Set<String>> chosen) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        menu.addClassName("column-choice");
        MenuItem button = menu.addItem(VaadinIcon.GRID_H.create());
        button.setAriaLabel(menu.getTranslation("common.columns"));
        button.setTooltipText(menu.getTranslation("common.columns"));
        grid.getColumns().stream().filter(column -> !composed.equals(column.getKey()) && !first.equals(column.getKey()))
                .forEach(column -> add(button.getSubMenu(), column, chosen));
        return menu;
    }

    private void add(SubMenu menu, Grid.Column<T> column, Consumer<Set<String>> chosen) {
        MenuItem item = menu.addItem(names.get(column.getKey()));
        item.setCheckable(true);
        item.setKeepOpen(true);
        item.setChecked(!hidden.contains(column.getKey()));
        item.addClickListener(click -> {
            if (item.isChecked()) {
                hidden.remove(column.getKey());
            } else {
                hidden.add(column.getKey());
            }
            show();
            chosen.accept(Set.copyOf(hidden));
        });
    }
}
