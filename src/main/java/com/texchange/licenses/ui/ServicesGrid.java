package com.texchange.licenses.ui;

import com.texchange.common.CompanyId;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SelectionColumn;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.licenses.LicenseRow;
import com.texchange.licenses.ServiceStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.selection.MultiSelectionEvent;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The licenses, grouped by supplier. Selecting a supplier selects its licenses that can be connected. */
final class ServicesGrid extends Composite<TreeGrid<ServiceRow>> {

    /** So many groups can stand open without hiding each other. */
    private static final int OPEN_GROUPS = 5;
    private static final String COMPACT = "compact";
    private final ServiceRows rows;
    private final Consumer<List<LicenseRow>> onSelection;
    private boolean completing;

    /** @param onSelection is given the selected licenses whenever they change */
    ServicesGrid(ServiceRows rows, Consumer<List<LicenseRow>> onSelection) {
        this.rows = rows;
        this.onSelection = onSelection;
        TreeGrid<ServiceRow> grid = getContent();
        grid.addClassName("services-grid");
        addColumns(grid);
        grid.setPartNameGenerator(row -> row instanceof ServiceRow.Supplier ? "supplier-row" : null);
        grid.setDataProvider(rows);
        GridMultiSelectionModel<ServiceRow> selection =
                (GridMultiSelectionModel<ServiceRow>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        SelectionColumn.arrange(grid);
        selection.addMultiSelectionListener(this::completeSelection);
        if (rows.suppliers().size() <= OPEN_GROUPS) {
            grid.expand(List.copyOf(rows.suppliers()));
        }
    }

    /** Opens a supplier's group alone and brings it into view. */
    void focus(CompanyId supplier) {
        for (int i = 0; i < rows.suppliers().size(); i++) {
            ServiceRow.Supplier group = rows.suppliers().get(i);
            if (group.supplierId().equals(supplier)) {
                getContent().collapse(List.copyOf(rows.suppliers()));
                getContent().expand(List.of(group));
                getContent().scrollToIndex(i);
            }
        }
    }

    List<LicenseRow> selected() {
        return licenses(getContent().getSelectedItems().stream()).toList();
    }

    void clearSelection() {
        getContent().deselectAll();
    }

    private void addColumns(TreeGrid<ServiceRow> grid) {
        grid.addHierarchyColumn(ServicesGrid::name).setKey("name").setWidth("18rem").setFlexGrow(2);
        addLicenseColumn("activationCode", LicenseRow::activationCode, "12rem");
        addLicenseColumn("user", LicenseRow::userName, "12rem");
        addLicenseColumn("configVersion", LicenseRow::configVersion, "9rem");
        addLicenseColumn("mdmId", LicenseRow::mdmId, "21rem");
        grid.addComponentColumn(this::status).setKey("status").setWidth("10rem").setFlexGrow(0)
                .setFrozenToEnd(true);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("licenses.column." + column.getKey())));
        // Components of a column that is not shown would cost as much as those of one that is.
        grid.addComponentHierarchyColumn(row -> isCompact() ? compact(row) : new Span()).setKey(COMPACT)
                .setHeader(getTranslation("licenses.column.name")).setVisible(false);
        NarrowScreen.follow(grid, this::setCompact);
    }

    private boolean isCompact() {
        return getContent().getColumnByKey(COMPACT).isVisible();
    }

    private void setCompact(boolean compact) {
        if (compact != isCompact()) {
            getContent().getColumns().forEach(column -> column.setVisible(compact == COMPACT.equals(column.getKey())));
            getContent().getDataProvider().refreshAll();
        }
    }

    /** All that matters of a row, for a page that has room for one column. */
    private Component compact(ServiceRow row) {
        Span name = new Span(name(row));
        name.addClassName("composed-title");
        Div cell = new Div(name);
        cell.addClassName("composed-cell");
        if (row instanceof ServiceRow.License(LicenseRow license)) {
            Stream.of(license.activationCode(), license.userName()).filter(Objects::nonNull)
                    .map(Span::new).forEach(cell::add);
        }
        cell.add(status(row));
        return cell;
    }

    private void addLicenseColumn(String key, ValueProvider<LicenseRow, @Nullable Object> value, String width) {
        getContent().addColumn(row -> row instanceof ServiceRow.License license
                ? Objects.toString(value.apply(license.license()), "") : "")
                .setKey(key).setWidth(width).setFlexGrow(1);
    }

    private Component status(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier ->
                new Span(getTranslation("licenses.count.inService", supplier.group().inService()));
            case ServiceRow.License license -> badge(license.license().status());
        };
    }

    private Badge badge(ServiceStatus status) {
        Badge badge = new Badge(getTranslation("licenses.status." + status));
        switch (status) {
            case IN_SERVICE -> badge.addThemeVariants(BadgeVariant.SUCCESS);
            case PENDING -> badge.addThemeVariants(BadgeVariant.WARNING);
            case OUT_OF_SERVICE -> badge.addThemeVariants(BadgeVariant.CONTRAST);
        }
        return badge;
    }

    /** What a person selects decides about the rows that belong to it; those changes come here again and are skipped. */
    private void completeSelection(MultiSelectionEvent<Grid<ServiceRow>, ServiceRow> event) {
        if (completing) {
            return;
        }
        completing = true;
        try {
            suppliers(event.getAddedSelection()).forEach(this::selectGroup);
            suppliers(event.getRemovedSelection()).forEach(this::deselectGroup);
            deselectSuppliersOf(event.getRemovedSelection());
        } finally {
            completing = false;
        }
        onSelection.accept(selected());
    }

    private void selectGroup(CompanyId supplier) {
        List<LicenseRow> connectable = rows.connectable(supplier);
        if (connectable.size() == ConnectionOrders.MAX_LICENSES) {
            Notices.success(getTranslation("licenses.selectionFull", ConnectionOrders.MAX_LICENSES));
        }
        getContent().asMultiSelect().select(
                connectable.stream().<ServiceRow>map(ServiceRow.License::new).toArray(ServiceRow[]::new));
    }

    private void deselectGroup(CompanyId supplier) {
        getContent().asMultiSelect().deselect(getContent().getSelectedItems().stream()
                .filter(row -> row.supplierId().equals(supplier)).toArray(ServiceRow[]::new));
    }

    /** A group that has lost a license is not selected as a whole any more. */
    private void deselectSuppliersOf(Set<ServiceRow> removed) {
        Set<CompanyId> touched = licenses(removed.stream()).map(LicenseRow::supplierId).collect(Collectors.toSet());
        getContent().asMultiSelect().deselect(getContent().getSelectedItems().stream()
                .filter(ServiceRow.Supplier.class::isInstance).filter(row -> touched.contains(row.supplierId()))
                .toArray(ServiceRow[]::new));
    }

    private static List<CompanyId> suppliers(Set<ServiceRow> rows) {
        return rows.stream().filter(ServiceRow.Supplier.class::isInstance).map(ServiceRow::supplierId).toList();
    }

    private static Stream<LicenseRow> licenses(Stream<ServiceRow> rows) {
        return rows.filter(ServiceRow.License.class::isInstance).map(row -> ((ServiceRow.License) row).license());
    }

    private static String name(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> supplier.group().supplierName();
            case ServiceRow.License license -> license.license().number();
        };
    }
}
