package com.texchange.licenses.ui;

import com.texchange.licenses.SheetRow;
import com.texchange.licenses.SheetRow.Verdict;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;

/** The rows of a table with a verdict each; those that will not be loaded come first. */
final class SheetPreview extends Composite<VerticalLayout> {

    private final Paragraph summary = new Paragraph();
    private final Grid<SheetRow> grid = new Grid<>();

    SheetPreview() {
        grid.addColumn(SheetRow::line).setKey("line").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(this::verdict).setKey("verdict").setWidth("16rem").setFlexGrow(0);
        grid.addColumn(SheetRow::number).setKey("number").setWidth("15rem");
        grid.addColumn(SheetRow::activationCode).setKey("activationCode").setWidth("12rem");
        grid.addColumn(SheetRow::userName).setKey("user").setWidth("12rem");
        grid.addColumn(SheetRow::configVersion).setKey("configVersion").setWidth("9rem");
        grid.addColumn(SheetRow::mdmId).setKey("mdmId").setWidth("20rem");
        grid.addColumn(SheetRow::ownerTaxId).setKey("owner").setWidth("9rem");
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("licenses.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        getContent().setPadding(false);
        getContent().add(summary, grid);
        setVisible(false);
    }

    void show(List<SheetRow> rows) {
        long valid = rows.stream().filter(row -> row.verdict() == Verdict.VALID).count();
        summary.setText(getTranslation("licenses.load.summary", rows.size(), valid));
        grid.setItems(rows.stream().sorted((one, other) ->
                Boolean.compare(one.verdict() == Verdict.VALID, other.verdict() == Verdict.VALID)).toList());
        setVisible(true);
    }

    void clear() {
        grid.setItems(List.of());
        setVisible(false);
    }

    private Badge verdict(SheetRow row) {
        Badge badge = new Badge(getTranslation("licenses.verdict." + row.verdict()));
        badge.addThemeVariants(row.verdict() == Verdict.VALID ? BadgeVariant.SUCCESS : BadgeVariant.ERROR);
        return badge;
    }
}
