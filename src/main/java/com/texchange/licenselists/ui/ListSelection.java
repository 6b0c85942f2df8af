package com.texchange.licenselists.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SelectionColumn;
import com.texchange.connections.LicenseFilter;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a list of licenses as the choice says: no row is kept for being selected. With the Shift key all are selected from
 * the row that was clicked before.
 */
final class ListSelection<T> extends AbstractGridMultiSelectionModel<T> {

    private final transient Function<T, LicenseId> id;
    private final transient ListChoice choice;
    private final transient BiFunction<T, T, Set<LicenseId>> range;
    private final transient Runnable changed;
    /** From where a range is selected. */
    private transient @Nullable T clicked;

    /**
     * Has the boxes drawn too.
     *
     * @param grid    takes this as its selection model
     * @param range   what stands between two rows, as {@link ListChoice.Source} has it
     * @param changed is told whenever a person selects something or nothing any more
     */
    ListSelection(Grid<T> grid, Function<T, LicenseId> id, ListChoice choice, BiFunction<T, T, Set<LicenseId>> range, Runnable changed) {
        super(grid);
        this.id = id;
        this.choice = choice;
        this.range = range;
        this.changed = changed;
        setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        SelectionColumn.arrange(grid, this::selectTo);
    }

    /** Rows are selected by clicks too, not by their boxes alone. */
    ListSelection<T> byClick() {
        getGrid().addItemClickListener(this::click);
        return this;
    }

    /** Selects all that the list shows, be it on the page or not. */
    @Override
    public void selectAll() {
        if (!choice.addShown()) {
            tooMany();
        }
        chosen();
    }

    @Override
    public void deselectAll() {
        if (choice.selection() != null) {
            choice.clear();
            chosen();
        }
    }

    /** Of all that is shown, something else is selected than before. */
    void chosen() {
        clicked = null;
        getGrid().getDataProvider().refreshAll();
        changed.run();
    }

    /** A row that is not shown any more begins no range. */
    void show(LicenseFilter filter) {
        clicked = null;
        choice.show(filter);
    }

    @Override
    public boolean isSelected(T row) {
        return choice.isSelected(id.apply(row));
    }

    private void click(ItemClickEvent<T> click) {
        if (click.isShiftKey()) {
            selectTo(click.getItem());
        } else {
            set(click.getItem(), !isSelected(click.getItem()));
            getGrid().getDataProvider().refreshItem(click.getItem());
        }
    }

    /** Without a row that was clicked before, and is still shown, it is that row alone. */
    private void selectTo(T row) {
        T from = clicked;
        Set<LicenseId> between = from == null ? Set.of() : range.apply(from, row);
        if (!choice.add(between.isEmpty() ? Set.of(id.apply(row)) : between)) {
            tooMany();
        }
        clicked = row;
        getGrid().getDataProvider().refreshAll();
        changed.run();
    }

    private void set(T row, boolean selected) {
        clicked = row;
        Set<LicenseId> one = Set.of(id.apply(row));
        if (!(selected ? choice.add(one) : choice.remove(one))) {
            tooMany();
            getGrid().getDataProvider().refreshItem(row);
        }
        changed.run();
    }

    private void tooMany() {
        Notices.error(getGrid().getTranslation("connections.selection.tooMany", ListChoice.MOST_IDS));
    }

    @Override
    public void selectFromClient(T row) {
        set(row, true);
    }

    @Override
    public void deselectFromClient(T row) {
        set(row, false);
    }

    @Override
    public void select(T row) {
        set(row, true);
    }

    @Override
    public void deselect(T row) {
        set(row, false);
    }

    @Override
    public void updateSelection(Set<T> added, Set<T> removed) {
        added.forEach(this::select);
        removed.forEach(this::deselect);
    }

    @Override
    public Set<T> getSelectedItems() {
        return Set.of();
    }

    @Override
    public Optional<T> getFirstSelectedItem() {
        return Optional.empty();
    }

    @Override
    protected void fireSelectionEvent(SelectionEvent<Grid<T>, T> event) {
        ComponentUtil.fireEvent(getGrid(), (ComponentEvent<?>) event);
    }
}
