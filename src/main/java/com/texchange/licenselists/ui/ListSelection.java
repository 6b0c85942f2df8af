package com.texchange.licenselists.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SelectionColumn;
import com.texchange.connections.LicenseFilter;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which licenses of a list are selected: some, or all that it shows but some; however many these are, no row is kept for it. With
 * the Shift key all are selected from the row that was clicked before.
 */
final class ListSelection<T> extends AbstractGridMultiSelectionModel<T> {

    /** So many can be chosen one by one, or be left out of all. */
    static final int MOST_IDS = 10_000;
    private final transient Function<T, LicenseId> id;
    private final transient BiFunction<T, T, Set<LicenseId>> range;
    private final transient Runnable changed;
    /** Those that are selected or, of all, those that are not. */
    private final transient Set<LicenseId> ids = new HashSet<>();
    private boolean all;
    /** From where a range is selected. */
    private transient @Nullable T clicked;

    /**
     * Has the boxes drawn too.
     *
     * @param grid    takes this as its selection model
     * @param range   what stands between two rows, both among them; more than {@link #MOST_IDS} for too many
     * @param changed is told whenever a person selects something or nothing any more
     */
    ListSelection(Grid<T> grid, Function<T, LicenseId> id, BiFunction<T, T, Set<LicenseId>> range, Runnable changed) {
        super(grid);
        this.id = id;
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

    /** Null where nothing is selected. @param filter what the list shows */
    @Nullable Selection<LicenseId, LicenseFilter> selection(LicenseFilter filter) {
        return all ? new Selection.Matching<>(filter, ids) : ids.isEmpty() ? null : new Selection.Chosen<>(ids);
    }

    /** Selects all that the list shows, be it on the page or not. */
    @Override
    public void selectAll() {
        begin(true);
    }

    @Override
    public void deselectAll() {
        begin(false);
    }

    private void begin(boolean withAll) {
        restore(withAll, Set.of());
    }

    /** @param these licenses that are selected or, of all, those that are not; nothing else is */
    void restore(boolean withAll, Set<LicenseId> these) {
        boolean selected = all || !ids.isEmpty();
        all = withAll;
        ids.clear();
        ids.addAll(these);
        clicked = null;
        if (withAll || selected || !these.isEmpty()) {
            getGrid().getDataProvider().refreshAll();
            changed.run();
        }
    }

    @Override
    public boolean isSelected(T row) {
        return all != ids.contains(id.apply(row));
    }

    private void click(ItemClickEvent<T> click) {
        if (click.isShiftKey()) {
            selectTo(click.getItem());
        } else {
            set(click.getItem(), !isSelected(click.getItem()));
            getGrid().getDataProvider().refreshItem(click.getItem());
        }
    }

    /** Without a row that was clicked before it is a click as any other. */
    private void selectTo(T row) {
        T from = clicked;
        Set<LicenseId> between = from == null ? Set.of(id.apply(row)) : range.apply(from, row);
        if (between.size() > MOST_IDS || !all && ids.size() + between.size() > MOST_IDS) {
            tooMany();
        } else if (all) {
            ids.removeAll(between);
        } else {
            ids.addAll(between);
        }
        clicked = row;
        getGrid().getDataProvider().refreshAll();
        changed.run();
    }

    private void set(T row, boolean selected) {
        clicked = row;
        if (selected == all) {
            ids.remove(id.apply(row));
        } else if (ids.size() < MOST_IDS) {
            ids.add(id.apply(row));
        } else {
            tooMany();
            getGrid().getDataProvider().refreshItem(row);
        }
        changed.run();
    }

    private void tooMany() {
        Notices.error(getGrid().getTranslation("connections.selection.tooMany", MOST_IDS));
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
