package com.texchange.connections.ui;

import com.texchange.common.ui.ColumnChoice;
import com.texchange.connections.LicenseRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;


/** The six columns of the instruction, each wide enough for what stands in it; where there is less room, one that tells all. */
final class ServiceColumns {

    /** Pixels of CSS that the six need. */
    static final int ROOM = 940;
    private static final String COMPACT = "compact";
    /** What is read off digit by digit, on one line. */
    private static final String DIGITS = "digits";
    private static final String STATUS_CELL = """
            ${item.theme ? html`<span class="badge" theme="${item.theme}">${item.text}</span>` : item.text}""";
    private final TreeGrid<ServiceRow> grid;
    private @Nullable ColumnChoice<ServiceRow> choice;

    ServiceColumns(TreeGrid<ServiceRow> grid) {
        this.grid = grid;
        grid.addHierarchyColumn(ServiceColumns::name).setKey("name").setSortProperty("number").setWidth("12rem")
                .setPartNameGenerator(row -> row instanceof ServiceRow.License ? DIGITS : null);
        text("activationCode", LicenseRow::activationCode).setWidth("9.5rem").setPartNameGenerator(row -> DIGITS);
        text("user", LicenseRow::userName).setWidth("7.25rem").setFlexGrow(1);
        text("configVersion", LicenseRow::configVersion).setWidth("7.75rem");
        text("mdmId", LicenseRow::mdmId).setWidth("15.75rem").setPartNameGenerator(row -> DIGITS);
        grid.addColumn(LitRenderer.<ServiceRow>of(STATUS_CELL)
                .withProperty("text", this::status)
                .withProperty("theme", row -> row instanceof ServiceRow.License license ? StatusTone.of(license.license().status()).theme() : ""))
                .setKey("status").setWidth("7.625rem").setSortable(false);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(grid.getTranslation("licenses.column." + column.getKey())));
        grid.getColumns().stream().filter(column -> !"user".equals(column.getKey())).forEach(column -> column.setFlexGrow(0));
        // Components of a column that is not shown would cost as much as those of one that is.
        grid.addComponentHierarchyColumn(row -> isCompact() ? compact(row) : new Span()).setKey(COMPACT)
                .setHeader(grid.getTranslation("licenses.column.name"));
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

    /** All that matters of a row, for a page that has room for one column. */
    private Component compact(ServiceRow row) {
        Span name = new Span(name(row));
        name.addClassName("composed-title");
        Div cell = new Div(name);
        cell.addClassName("composed-cell");
        Span status = new Span(status(row));
        if (row instanceof ServiceRow.License(LicenseRow license)) {
            Stream.of(license.activationCode(), license.userName(), license.configVersion())
                    .filter(Objects::nonNull).map(Span::new).forEach(cell::add);
            if (license.mdmId() != null) {
                Span device = new Span(license.mdmId().toString());
                device.addClassName(DIGITS);
                cell.add(device);
            }
            status.addClassName("badge");
            status.getElement().setAttribute("theme", StatusTone.of(license.status()).theme());
        }
        cell.add(status);
        return cell;
    }

    private String status(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> grid.getTranslation("connections.count.inService", supplier.group().inService());
            case ServiceRow.License license -> grid.getTranslation("connections.status." + license.license().status());
            case ServiceRow.Missing missing -> "";
        };
    }

    private static String name(ServiceRow row) {
        return switch (row) {
            case ServiceRow.Supplier supplier -> supplier.group().supplierName();
            case ServiceRow.License license -> license.license().number();
            case ServiceRow.Missing missing -> "–";
        };
    }
}
