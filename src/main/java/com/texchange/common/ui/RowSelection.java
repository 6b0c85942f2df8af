package com.texchange.common.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.selection.MultiSelectionEvent;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a lazy grid are selected: some, one by one, or all that it shows but some. All are never read for it; a row
 * that comes into view has its box ticked.
 *
 * @param <T> rows that the grid's data provider tells apart by their ids
 */
public final class RowSelection<T> extends AbstractGridMultiSelectionModel<T> {

    private final transient Map<Object, T> exceptions = new LinkedHashMap<>();
    private boolean all;

    /** Has the boxes drawn too. @param grid takes this as its selection model */
    public RowSelection(Grid<T> grid) {
        super(grid);
        setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        SelectionColumn.arrange(grid);
    }

    /** All are selected but {@link #exceptions}; {@link #getSelectedItems} is empty then. */
    public boolean isAll() {
        return all;
    }

    /** Of all, those that are not selected. */
    public Set<T> exceptions() {
        return new LinkedHashSet<>(exceptions.values());
    }

    /** Selects all that the grid shows, be it on the page or not. */
    @Override
    public void selectAll() {
        deselectAll();
        all = true;
        tell(false);
        getGrid().getDataProvider().refreshAll();
    }

    @Override
    public void deselectAll() {
        if (all) {
            all = false;
            exceptions.clear();
            tell(false);
            getGrid().getDataProvider().refreshAll();
        } else {
            super.deselectAll();
        }
    }

    @Override
    public boolean isSelected(T row) {
        return all ? !exceptions.containsKey(id(row)) : super.isSelected(row);
    }

    @Override
    public void selectFromClient(T row) {
        if (!all) {
            super.selectFromClient(row);
        } else if (exceptions.remove(id(row)) != null) {
            tell(true);
        }
    }

    @Override
    public void deselectFromClient(T row) {
        if (!all) {
            super.deselectFromClient(row);
        } else if (exceptions.putIfAbsent(id(row), row) == null) {
            tell(true);
        }
    }

    @Override
    public void select(T row) {
        if (all) {
            selectFromClient(row);
            getGrid().getDataProvider().refreshItem(row);
        } else {
            super.select(row);
        }
    }

    @Override
    public void deselect(T row) {
        if (all) {
            deselectFromClient(row);
            getGrid().getDataProvider().refreshItem(row);
        } else {
            super.deselect(row);
        }
    }

    private Object id(T row) {
        return getGrid().getDataProvider().getId(row);
    }

    private void tell(boolean byPerson) {
        fireSelectionEvent(new MultiSelectionEvent<>(getGrid(), getGrid().asMultiSelect(), getSelectedItems(), byPerson));
    }

    @Override
    protected void fireSelectionEvent(SelectionEvent<Grid<T>, T> event) {
        ComponentUtil.fireEvent(getGrid(), (ComponentEvent<?>) event);
    }
}
