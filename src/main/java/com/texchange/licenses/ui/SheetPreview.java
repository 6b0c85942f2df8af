package com.texchange.licenses.ui;

import com.texchange.common.ui.NarrowScreen;
import com.texchange.licenses.RejectedLicenses;
import com.texchange.licenses.SheetRow;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.ui.TableFaults;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a table with a verdict each; those that will not be loaded come first. */
final class SheetPreview extends Composite<VerticalLayout> {

    private final Paragraph summary = new Paragraph();
    private final TableFaults faults = new TableFaults();
    private final TableLinks rejected;
    private final Grid<SheetRow> grid = new Grid<>();
    /** The download reads it without the page's lock. */
    private volatile transient List<SheetRow> rows = List.of();

    SheetPreview(RejectedLicenses file) {
        Locale locale = getLocale();
        rejected = new TableLinks(getTranslation("licenses.load.rejected"), "rejected-licenses",
                (format, out) -> file.write(rows, format, locale, out));
        addColumns();
        getContent().setPadding(false);
        getContent().add(summary, faults, rejected, grid);
        setVisible(false);
    }

    private void addColumns() {
        grid.addComponentColumn(this::composed).setKey("composed").setVisible(false);
        grid.addColumn(SheetRow::line).setKey("line").setWidth("5rem").setFlexGrow(0);
        grid.addComponentColumn(this::verdict).setKey("verdict").setWidth("12rem").setFlexGrow(1);
        grid.addColumn(SheetRow::number).setKey("number").setWidth("14rem").setFlexGrow(0);
        grid.addColumn(SheetRow::activationCode).setKey("activationCode").setWidth("12.5rem").setFlexGrow(0);
        grid.addColumn(SheetRow::userName).setKey("user").setWidth("10rem");
        grid.addColumn(SheetRow::configVersion).setKey("configVersion").setWidth("9rem").setFlexGrow(0);
        grid.addColumn(SheetRow::mdmId).setKey("mdmId").setWidth("21rem").setFlexGrow(0);
        grid.addColumn(SheetRow::ownerTaxId).setKey("owner").setWidth("9rem").setFlexGrow(0);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("licenses.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("rows-grid");
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
    }

    void show(List<SheetRow> checked) {
        rows = checked;
        long valid = rows.stream().filter(row -> row.verdict() == Verdict.VALID).count();
        summary.setText(getTranslation("licenses.load.summary", rows.size(), valid));
        rejected.setVisible(valid < rows.size());
        faults.show(rows.stream().map(SheetRow::fault).filter(Objects::nonNull).toList());
        grid.setItems(rows.stream().sorted((one, other) ->
                Boolean.compare(one.verdict() == Verdict.VALID, other.verdict() == Verdict.VALID)).toList());
        setVisible(true);
    }

    void clear() {
        rows = List.of();
        grid.setItems(List.of());
        setVisible(false);
    }

    /** All that matters of a row, for a page that has room for one column. */
    private Component composed(SheetRow row) {
        Span number = new Span(getTranslation("licenses.lineAndNumber", row.line(), row.number()));
        number.addClassName("composed-title");
        String more = Stream.of(row.activationCode(), row.userName(), row.configVersion(), row.mdmId(), row.ownerTaxId())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        Div cell = new Div(number, new Span(more), verdict(row));
        cell.addClassName("composed-cell");
        return cell;
    }

    private Badge verdict(SheetRow row) {
        Badge badge = new Badge(row.fault() == null ? getTranslation(row.verdictKey())
                : TableFaults.words(this, row.fault()));
        badge.addThemeVariants(row.verdict() == Verdict.VALID ? BadgeVariant.SUCCESS : BadgeVariant.ERROR);
        return badge;
    }
}
