package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.connections.DeviceFilter;
import com.texchange.connections.DeviceRow;
import com.texchange.connections.Devices;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The devices, lazily, one a line. Where it is narrow, one column tells all of a device. */
final class DevicesGrid extends Grid<DeviceRow> {

    private static final int NARROW = 800;
    static final String COMPACT = "device";
    private static final String SUPPLIERS = """
            <div class="device-suppliers">\
            ${item.blocked ? html`<span class="badge" theme="badge error">${item.blocked}</span>` : ''}\
            ${item.notConnected ? html`<span class="badge" theme="badge contrast">${item.notConnected}</span>` : ''}\
            ${item.suppliers ? html`<span>${item.suppliers}</span>` : ''}</div>""";
    private static final String COMPACT_CELL = """
            <div class="device"><span class="device-user">${item.user}</span>\
            ${item.lines.map(line => html`<div>${line}</div>`)}%s</div>""".formatted(SUPPLIERS);

    private final transient ConfigurableFilterDataProvider<DeviceRow, Void, DeviceFilter> provider;

    DevicesGrid(Devices devices, Actor actor) {
        CallbackDataProvider<DeviceRow, DeviceFilter> pages = new CallbackDataProvider<>(
                query -> devices.page(query.getFilter().orElse(DeviceFilter.NONE),
                        VaadinSpringDataHelpers.toSpringDataSort(query), query.getOffset(), query.getLimit(), actor).stream(),
                query -> devices.count(query.getFilter().orElse(DeviceFilter.NONE), actor),
                DeviceRow::licenseId);
        provider = pages.withConfigurableFilter();
        setDataProvider(provider);
        addClassName("devices-grid");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAriaLabel(getTranslation("connections.devices.title"));
        setEmptyStateText(getTranslation("connections.devices.nothingFound"));
        addColumns();
        setNarrow(false);
    }

    private void addColumns() {
        addColumn(compact()).setKey(COMPACT).setHeader(getTranslation("licenses.column.device"));
        text("user", DeviceRow::userName).setWidth("6.25rem").setFlexGrow(2);
        addColumn(LitRenderer.<DeviceRow>of(LicenseLink.CELL).withProperty("number", DeviceRow::number)
                .withProperty("link", row -> LicenseLink.to(row.licenseId())))
                .setKey("number").setSortProperty("number").setWidth("10.5rem").setFlexGrow(0).setResizable(true)
                .setHeader(getTranslation("licenses.column.number"));
        text("activationCode", DeviceRow::activationCode).setWidth("9.5rem").setFlexGrow(0);
        text("mdmId", DeviceRow::mdmId).setWidth("15.75rem").setFlexGrow(0).setPartNameGenerator(row -> "mdm-id");
        text("configVersion", DeviceRow::configVersion).setWidth("7.75rem").setFlexGrow(0);
        addColumn(withSuppliers(LitRenderer.of(SUPPLIERS))).setKey("suppliers").setSortProperty("suppliers")
                .setHeader(getTranslation("licenses.column.suppliers")).setWidth("9.5rem").setFlexGrow(1)
                .setResizable(true)
                .setTooltipGenerator(row -> String.join(", ", row.suppliers()));
    }

    private Column<DeviceRow> text(String key, ValueProvider<DeviceRow, @Nullable Object> value) {
        return addColumn(row -> Objects.toString(value.apply(row), "")).setKey(key).setSortProperty(key)
                .setHeader(getTranslation("licenses.column." + key)).setResizable(true);
    }

    /** What is connected where; a blocked license says so first. */
    private LitRenderer<DeviceRow> withSuppliers(LitRenderer<DeviceRow> cell) {
        String blocked = getTranslation("connections.devices.blocked");
        String notConnected = getTranslation("connections.devices.notConnected");
        return cell.withProperty("blocked", row -> row.blocked() ? blocked : "")
                .withProperty("notConnected", row -> row.isConnected() ? "" : notConnected)
                .withProperty("suppliers", row -> row.isConnected() ? getTranslation("connections.devices.suppliers",
                        row.suppliers().size(), String.join(", ", row.suppliers())) : "");
    }

    /** All of a device, for a page that has room for one column. */
    private LitRenderer<DeviceRow> compact() {
        return withSuppliers(LitRenderer.of(COMPACT_CELL))
                .withProperty("user", row -> Objects.requireNonNullElse(row.userName(), row.number()))
                .withProperty("lines", row -> isNarrow() ? List.of(line("number", row.number()),
                        line("activationCode", row.activationCode()), line("mdmId", row.mdmId()),
                        line("configVersion", row.configVersion())) : List.of());
    }

    private String line(String key, @Nullable Object value) {
        return getTranslation("connections.devices.line", getTranslation("licenses.column." + key),
                Objects.toString(value, "–"));
    }

    private boolean isNarrow() {
        return getColumnByKey(COMPACT).isVisible();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Page page = attach.getUI().getPage();
        ExtendedClientDetails details = page.getExtendedClientDetails();
        if (details != null && details.getWindowInnerWidth() > 0) {
            setNarrow(details.getWindowInnerWidth() < NARROW);
        }
        var listening = page.addBrowserWindowResizeListener(resize -> setNarrow(resize.getWidth() < NARROW));
        addDetachListener(detach -> {
            detach.unregisterListener();
            listening.remove();
        });
    }

    void setNarrow(boolean narrow) {
        boolean changes = isNarrow() != narrow;
        getColumns().forEach(column -> column.setVisible(column.getKey().equals(COMPACT) == narrow));
        if (changes) {
            refresh();
        }
    }

    /** @param count hears how many match, whenever that changes */
    void onCount(IntConsumer count) {
        getGenericDataView().addItemCountChangeListener(change -> count.accept(change.getItemCount()));
    }

    void filter(DeviceFilter filter) {
        provider.setFilter(filter);
    }

    void refresh() {
        provider.refreshAll();
    }
}
