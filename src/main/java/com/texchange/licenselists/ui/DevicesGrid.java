package com.texchange.licenselists.ui;

import com.texchange.licenselists.DeviceRow;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices; a click on one leads to the page of its license. For suppliers with the distributors whose they are. */
final class DevicesGrid extends LicenseGrid<DeviceRow> {

    private static final String SUPPLIERS = """
            <div class="device-suppliers">\
            ${item.blocked ? html`<span class="badge" theme="badge error">${item.blocked}</span>` : ''}\
            ${item.notConnected ? html`<span class="badge" theme="badge contrast">${item.notConnected}</span>` : ''}\
            ${item.connected ? html`<span class="badge" theme="badge success">${item.connected}</span>` : ''}\
            ${item.suppliers ? html`<span>${item.suppliers}</span>` : ''}</div>""";
    private static final String COMPACT_CELL = """
            <div class="device"><span class="device-user">${item.user}</span>\
            ${item.lines.map(line => html`<div>${line[0]} <span class="unbroken">${line[1]}</span></div>`)}%s</div>""".formatted(SUPPLIERS);
    private final boolean forSupplier;

    DevicesGrid(Pages<DeviceRow> pages, boolean forSupplier) {
        super(pages, DeviceRow::licenseId);
        this.forSupplier = forSupplier;
        setAriaLabel(getTranslation("connections.devices.title"));
        setEmptyStateText(getTranslation("connections.devices.nothingFound"));
        addColumns();
        leadToPages();
    }

    /** What a supplier needs least where there is little room. */
    Set<String> hiddenByItself() {
        return forSupplier ? Set.of("activationCode") : Set.of();
    }

    private void addColumns() {
        addColumn(compact()).setKey(COMPOSED).setHeader(getTranslation("licenses.column.device"));
        sorted("user", DeviceRow::userName).setWidth("7.25rem").setFlexGrow(2);
        number(DeviceRow::number);
        digits("activationCode", DeviceRow::activationCode).setWidth("9.5rem");
        digits("mdmId", DeviceRow::mdmId).setWidth("15.75rem");
        sorted("configVersion", DeviceRow::configVersion).setWidth("7.75rem");
        if (forSupplier) {
            sorted("distributor", "connections.orders.column.distributor", this::distributor).setWidth("8rem").setFlexGrow(2);
            sorted("code", "connections.supplier.code", DeviceRow::code).setWidth("4.25rem");
        }
        addColumn(withSuppliers(LitRenderer.of(SUPPLIERS))).setKey("suppliers").setResizable(true)
                .setHeader(getTranslation(forSupplier ? "licenses.column.status" : "licenses.column.suppliers"))
                .setWidth("8.5rem").setFlexGrow(forSupplier ? 1 : 4).setTooltipGenerator(row -> String.join(", ", row.suppliers()));
    }

    /** What is connected where; a blocked license says so first. A supplier knows where: with itself. */
    private LitRenderer<DeviceRow> withSuppliers(LitRenderer<DeviceRow> cell) {
        String blocked = getTranslation("connections.devices.blocked");
        String notConnected = getTranslation("connections.devices.notConnected");
        String connected = getTranslation("connections.status.IN_SERVICE");
        return cell.withProperty("blocked", row -> row.blocked() ? blocked : "")
                .withProperty("notConnected", row -> row.isConnected() ? "" : notConnected)
                .withProperty("connected", row -> row.isConnected() && forSupplier ? connected : "")
                .withProperty("suppliers", row -> row.isConnected() && !forSupplier ? getTranslation("connections.devices.suppliers",
                        row.suppliers().size(), String.join(", ", row.suppliers())) : "");
    }

    /** All of a device, for a page that has room for one column. */
    private LitRenderer<DeviceRow> compact() {
        return withSuppliers(LitRenderer.of(COMPACT_CELL))
                .withProperty("user", row -> Objects.requireNonNullElse(row.userName(), row.number()))
                .withProperty("lines", row -> isNarrow() ? lines(row) : List.of());
    }

    /** A name and what is read off digit by digit, which is not broken. Lists, as Vaadin gives maps to browsers without what is in them. */
    private List<List<String>> lines(DeviceRow row) {
        List<List<String>> lines = List.of(line("number", row.number()), line("activationCode", row.activationCode()),
                line("mdmId", row.mdmId()), line("configVersion", row.configVersion()));
        return forSupplier ? Stream.concat(Stream.of(List.of(row.code() == null ? distributor(row)
                : getTranslation("connections.order.distributorWithCode", distributor(row), row.code()), "")), lines.stream()).toList() : lines;
    }

    /** Where a supplier's license is with one that does not work with it, that is said. */
    private String distributor(DeviceRow row) {
        String name = Objects.toString(row.distributor());
        return row.code() == null ? getTranslation("connections.supplier.notInNetwork", name) : name;
    }

    private List<String> line(String key, @Nullable Object value) {
        return List.of(getTranslation("connections.devices.line", getTranslation("licenses.column." + key)), Objects.toString(value, "–"));
    }
}
