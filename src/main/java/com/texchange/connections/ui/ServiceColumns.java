package com.texchange.connections.ui;

import com.texchange.common.ui.ColumnChoice;
import com.texchange.connections.LicenseRow;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The six columns of the instruction, each wide enough for what stands in it; where there is less room, one that tells all. The browser
 * draws them all, without components; a license's number leads to its page.
 */
final class ServiceColumns {

    /** Pixels of CSS that the six need. */
    static final int ROOM = 940;
    static final String COMPACT = "compact";
    /** What is read off digit by digit, on one line. */
    private static final String DIGITS = "digits";
    /** As {@link TreeGrid} draws it. A click that opens nothing is not told to the server. */
    private static final String TOGGLE = """
            <vaadin-grid-tree-toggle @click=${model.hasChildren ? onClick : undefined} .leaf=${!model.hasChildren} \
            .expanded=${live(model.expanded)} .level=${model.level}>%s</vaadin-grid-tree-toggle>""";
    private static final String NAME = """
            ${item.link ? html`%s` : item.number}""".formatted(LicenseLink.CELL);
    private static final String STATUS = """
            ${item.tone ? html`%s` : html`<span>${item.status}</span>`}""".formatted(StatusBadges.CELL);
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title">%s</span>${item.facts.map(fact => html`<span>${fact}</span>`)}\
            ${item.device ? html`<span class="digits">${item.device}</span>` : ''}%s</div>""".formatted(NAME, STATUS);
    private final TreeGrid<ServiceRow> grid;
    private @Nullable ColumnChoice<ServiceRow> choice;

    ServiceColumns(TreeGrid<ServiceRow> grid) {
        this.grid = grid;
        // A license begins a rem behind its supplier; its number has as much room as in the other lists.
        grid.addColumn(tree(NAME).withProperty("number", ServiceColumns::name).withProperty("link", ServiceColumns::link))
                .setKey("name").setSortProperty("number").setWidth("11.375rem")
                .setPartNameGenerator(row -> row instanceof ServiceRow.License ? DIGITS : null);
        text("activationCode", LicenseRow::activationCode).setWidth("9.25rem").setPartNameGenerator(row -> DIGITS);
        text("user", LicenseRow::userName).setWidth("7.25rem");
        text("configVersion", LicenseRow::configVersion).setWidth("7.75rem");
        text("mdmId", LicenseRow::mdmId).setWidth("15.75rem").setPartNameGenerator(row -> DIGITS);
        grid.addColumn(LitRenderer.<ServiceRow>of(STATUS).withProperty("status", this::status).withProperty("tone", ServiceColumns::tone)
                .withProperty("blocked", this::blocked))
                .setKey("status").setWidth("8.5rem").setSortable(false);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(grid.getTranslation("licenses.column." + column.getKey())));
        grid.getColumns().forEach(column -> column.setFlexGrow(0));
        // On a wide screen the two badges of a blocked license stand beside each other.
        grid.getColumnByKey("user").setFlexGrow(4);
        grid.getColumnByKey("status").setFlexGrow(1);
        // What a column that is not shown would tell is sent to the browser as well.
        grid.addColumn(tree(COMPOSED_CELL)
                .withProperty("number", row -> isCompact() ? name(row) : "")
                .withProperty("link", row -> isCompact() ? link(row) : "")
                .withProperty("facts", row -> isCompact() ? facts(row) : List.of())
                .withProperty("device", row -> isCompact() ? device(row) : "")
                .withProperty("status", row -> isCompact() ? status(row) : "")
                .withProperty("tone", row -> isCompact() ? tone(row) : "")
                .withProperty("blocked", row -> isCompact() ? blocked(row) : ""))
                .setKey(COMPACT).setHeader(grid.getTranslation("licenses.column.name")).setSortable(false);
    }

    private LitRenderer<ServiceRow> tree(String cell) {
        return LitRenderer.<ServiceRow>of(TOGGLE.formatted(cell)).withFunction("onClick", row -> toggle(row));
    }

    private void toggle(ServiceRow row) {
        if (grid.isExpanded(row)) {
            grid.collapse(List.of(row));
        } else if (grid.getDataCommunicator().hasChildren(row)) {
            grid.expand(List.of(row));
        }
    }

    private Column<ServiceRow> text(String key, ValueProvider<LicenseRow, @Nullable Object> value) {
        return grid.addColumn(row -> row instanceof ServiceRow.License license
                ? Objects.toString(value.apply(license.license()), "") : "").setKey(key).setSortProperty(key);
    }

    /** Once: then it is known which columns the person wants to see. */
    ColumnChoice<ServiceRow> choice(Set<String> hidden) {
        ColumnChoice<ServiceRow> columns = new ColumnChoice<>(grid, COMPACT, hidden);
        choice = columns;
        return columns;
    }

    private boolean isCompact() {
        return choice != null && choice.isNarrow();
    }

    private static String name(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> supplier.group().supplierName();
            case ServiceRow.License license -> license.license().number();
            case ServiceRow.Missing missing -> "–";
        };
    }

    private static String link(ServiceRow row) {
        return row instanceof ServiceRow.License(LicenseRow license) ? LicenseLink.to(license.licenseId()) : "";
    }

    private static List<String> facts(ServiceRow row) {
        return row instanceof ServiceRow.License(LicenseRow license)
                ? Stream.of(license.activationCode(), license.userName(), license.configVersion()).filter(Objects::nonNull).toList() : List.of();
    }

    private static String device(ServiceRow row) {
        return row instanceof ServiceRow.License(LicenseRow license) ? Objects.toString(license.mdmId(), "") : "";
    }

    private String status(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> grid.getTranslation("connections.count.inService", supplier.group().inService());
            case ServiceRow.License(LicenseRow license) -> grid.getTranslation("connections.status." + license.status());
            case ServiceRow.Missing missing -> "";
        };
    }

    private static String tone(ServiceRow row) {
        return row instanceof ServiceRow.License(LicenseRow license) ? StatusTone.of(license.status()).theme() : "";
    }

    private String blocked(ServiceRow row) {
        return row instanceof ServiceRow.License(LicenseRow license) && license.blocked()
                ? grid.getTranslation("connections.devices.blocked") : "";
    }
}
