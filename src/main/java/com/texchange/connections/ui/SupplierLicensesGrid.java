package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.RowSelection;
import com.texchange.connections.SupplierLicense;
import com.texchange.connections.SupplierLicenseFilter;
import com.texchange.connections.SupplierLicenses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A supplier's licenses, lazily, one a line; where it is narrow, one column tells all of a license. */
final class SupplierLicensesGrid extends Grid<SupplierLicense> {

    private static final String COMPOSED = "composed";
    /** Room that the columns need, in pixels of CSS; below it they are one. */
    private static final int COLUMNS = 940;
    private static final String BADGE = """
            <span class="badge" theme="${item.theme}">${item.status}</span>""";
    private static final String NAME = """
            <span>${item.distributor}</span>""";
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title"><a href="${item.link}">${item.number}</a></span><span>${item.distributor}</span>\
            <span>${item.user}</span><span>%s</span></div>""".formatted(BADGE);
    private final transient ConfigurableFilterDataProvider<SupplierLicense, Void, SupplierLicenseFilter> provider;
    private final RowSelection<SupplierLicense> rows;
    private transient SupplierLicenseFilter filter = SupplierLicenseFilter.NONE;

    SupplierLicensesGrid(SupplierLicenses licenses, Actor actor) {
        CallbackDataProvider<SupplierLicense, SupplierLicenseFilter> pages = new CallbackDataProvider<>(
                query -> licenses.page(query.getFilter().orElse(SupplierLicenseFilter.NONE),
                        VaadinSpringDataHelpers.toSpringDataSort(query), query.getOffset(), query.getLimit(), actor).stream(),
                query -> licenses.count(query.getFilter().orElse(SupplierLicenseFilter.NONE), actor),
                SupplierLicense::licenseId);
        provider = pages.withConfigurableFilter();
        setDataProvider(provider);
        addClassName("devices-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSizeFull();
        setAriaLabel(getTranslation("connections.supplier.title"));
        setEmptyStateText(getTranslation("connections.supplier.nothingFound"));
        addColumns();
        rows = new RowSelection<>(this);
        setSelectionModel();
        NarrowScreen.followOwn(this, COLUMNS, narrow -> getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    private void setSelectionModel() {
        setSelectionModel(rows, SelectionMode.MULTI);
        addItemClickListener(click -> {
            if (rows.isSelected(click.getItem())) {
                rows.deselect(click.getItem());
            } else {
                rows.select(click.getItem());
            }
        });
    }

    private void addColumns() {
        addColumn(status(LitRenderer.of(COMPOSED_CELL))).setKey(COMPOSED)
                .setHeader(getTranslation("licenses.column.composed")).setVisible(false);
        addColumn(LitRenderer.<SupplierLicense>of(LicenseLink.CELL).withProperty("number", SupplierLicense::number)
                .withProperty("link", row -> LicenseLink.to(row.licenseId())))
                .setKey("number").setSortProperty("number").setWidth("10.5rem").setFlexGrow(0).setResizable(true)
                .setHeader(getTranslation("licenses.column.number"));
        addColumn(LitRenderer.<SupplierLicense>of(NAME).withProperty("distributor", SupplierLicense::distributor))
                .setKey("distributor").setSortProperty("distributor").setWidth("8rem").setFlexGrow(3).setResizable(true)
                .setHeader(getTranslation("connections.orders.column.distributor"));
        text("code", SupplierLicense::code).setWidth("4.25rem").setFlexGrow(0).setHeader(getTranslation("connections.supplier.code"));
        text("user", SupplierLicense::userName).setWidth("6.25rem").setFlexGrow(2);
        text("configVersion", SupplierLicense::configVersion).setWidth("7.75rem").setFlexGrow(0);
        text("mdmId", SupplierLicense::mdmId).setWidth("15.75rem").setFlexGrow(0).setPartNameGenerator(row -> "mdm-id");
        addColumn(row -> getTranslation(owner(row))).setKey("owner").setWidth("6.5rem").setFlexGrow(0)
                .setHeader(getTranslation("connections.supplier.owner")).setResizable(true);
        addColumn(status(LitRenderer.of(BADGE))).setKey("status").setWidth("6.75rem").setFlexGrow(0)
                .setHeader(getTranslation("licenses.column.status"));
    }

    private Column<SupplierLicense> text(String key, ValueProvider<SupplierLicense, @Nullable Object> value) {
        return addColumn(row -> Objects.toString(value.apply(row), "")).setKey(key).setSortProperty(key).setResizable(true)
                .setHeader(getTranslation("licenses.column." + key));
    }

    /** Whose it is, and whether the supplier may change it. */
    private static String owner(SupplierLicense row) {
        return row.own() ? "connections.supplier.own" : row.allowed() ? "connections.supplier.granted" : "connections.supplier.readOnly";
    }

    private LitRenderer<SupplierLicense> status(LitRenderer<SupplierLicense> cell) {
        return cell.withProperty("status", row -> getTranslation(row.blocked() ? "connections.devices.blocked"
                        : "connections.status." + row.status()))
                .withProperty("theme", row -> row.blocked() ? "badge error" : switch (row.status()) {
                    case IN_SERVICE -> "badge success";
                    case PENDING -> "badge warning";
                    case OUT_OF_SERVICE -> "badge contrast";
                })
                .withProperty("number", SupplierLicense::number).withProperty("link", row -> LicenseLink.to(row.licenseId()))
                .withProperty("distributor", row -> row.distributor() + " · " + row.code())
                .withProperty("user", row -> Objects.requireNonNullElse(row.userName(), ""));
    }

    /** Null where nothing is selected. */
    @Nullable Selection<LicenseId, SupplierLicenseFilter> selection() {
        Set<SupplierLicense> some = rows.isAll() ? rows.exceptions() : rows.getSelectedItems();
        Set<LicenseId> ids = some.stream().map(SupplierLicense::licenseId).collect(Collectors.toSet());
        return rows.isAll() ? new Selection.Matching<>(filter, ids) : ids.isEmpty() ? null : new Selection.Chosen<>(ids);
    }

    /** What was chosen of another list is not chosen any more: nothing unseen is changed. */
    void filter(SupplierLicenseFilter other) {
        if (!other.equals(filter)) {
            rows.deselectAll();
        }
        filter = other;
        provider.setFilter(other);
    }

    void selectAll() {
        rows.selectAll();
    }

    void clearSelection() {
        rows.deselectAll();
    }

    void refresh() {
        provider.refreshAll();
    }
}
