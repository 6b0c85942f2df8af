package com.texchange.connections.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The boxes of suppliers and licenses as the choices say: no row is kept for being selected. A supplier's box is ticked, half
 * ticked or empty as its licenses are.
 */
final class ServiceSelection extends AbstractGridMultiSelectionModel<ServiceRow> {

    private final transient ServiceChoices choices;
    private final transient Toggle toggle;

    /** Hears that a person has ticked a row's box or taken the tick away. */
    @FunctionalInterface
    interface Toggle {
        void set(ServiceRow row, boolean selected);
    }

    ServiceSelection(Grid<ServiceRow> grid, ServiceChoices choices, Toggle toggle) {
        super(grid);
        this.choices = choices;
        this.toggle = toggle;
        setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
    }

    @Override
    public boolean isSelected(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> choices.state(supplier.supplierId()) == ServiceChoices.State.ALL;
            case ServiceRow.License license -> choices.has(license.license());
            case ServiceRow.Missing missing -> false;
        };
    }

    /** The box of a supplier cannot be drawn from "selected" alone. */
    @Override
    public void generateData(ServiceRow row, ObjectNode data) {
        super.generateData(row, data);
        if (row instanceof ServiceRow.Supplier) {
            data.put("box", choices.state(row.supplierId()).name());
        }
    }

    @Override
    public void selectFromClient(ServiceRow row) {
        toggle.set(row, true);
    }

    @Override
    public void deselectFromClient(ServiceRow row) {
        toggle.set(row, false);
    }

    @Override
    public void select(ServiceRow row) {
        toggle.set(row, true);
    }

    @Override
    public void deselect(ServiceRow row) {
        toggle.set(row, false);
    }

    @Override
    public void updateSelection(Set<ServiceRow> added, Set<ServiceRow> removed) {
        added.forEach(this::select);
        removed.forEach(this::deselect);
    }

    @Override
    public Set<ServiceRow> getSelectedItems() {
        return Set.of();
    }

    @Override
    public Optional<ServiceRow> getFirstSelectedItem() {
        return Optional.empty();
    }

    @Override
    protected void fireSelectionEvent(SelectionEvent<Grid<ServiceRow>, ServiceRow> event) {
        ComponentUtil.fireEvent(getGrid(), (ComponentEvent<?>) event);
    }
}
