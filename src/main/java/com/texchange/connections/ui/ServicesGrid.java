package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ui.ColumnChoice;
import com.texchange.common.ui.GridOrder;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SelectionColumn;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceExport;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.ItemClickEvent;
import com.vaadin.flow.component.treegrid.TreeGrid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * The licenses, grouped by supplier. A click on a license selects it or takes that back, with the Shift key all from the one that
 * was clicked before; a click on a supplier opens or closes its group.
 */
final class ServicesGrid extends TreeGrid<ServiceRow> {

    /** So many groups can stand open without hiding each other. */
    private static final int OPEN_GROUPS = 5;
    private final transient ServiceRows rows;
    private final transient ServiceChoices choices;
    private final transient Runnable onSelection;
    private final transient ColumnChoice<ServiceRow> columns;
    /** A download reads it without the page's lock. */
    private volatile transient Sort order = Sort.unsorted();
    /** From where a range is selected. */
    private transient @Nullable LicenseRow clicked;

    /**
     * @param hidden      columns that the person does not want to see
     * @param onSelection is told whenever a person selects something or nothing any more
     */
    ServicesGrid(ServiceRows rows, ServiceChoices choices, Set<String> hidden, Runnable onSelection) {
        this.rows = rows;
        this.choices = choices;
        this.onSelection = onSelection;
        addClassName("services-grid");
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        setEmptyStateText(getTranslation("connections.nothingFound"));
        columns = new ServiceColumns(this).choice(hidden);
        setPartNameGenerator(row -> row instanceof ServiceRow.Supplier ? "supplier-row" : null);
        // Else a row has another name after each refresh, and what a person does with it meanwhile reaches nobody.
        setUniqueKeyDataGenerator("key", ServiceRow::key);
        setDataProvider(rows);
        setSelectionModel(new ServiceSelection(this, choices, this::toggle),
                SelectionMode.MULTI);
        SelectionColumn.arrange(this, this::selectTo);
        addItemClickListener(this::click);
        addSortListener(sorted -> order = GridOrder.of(this));
        NarrowScreen.followOwn(this, ServiceColumns.ROOM, this::setNarrow);
        if (rows.suppliers().size() <= OPEN_GROUPS) {
            expand(List.copyOf(rows.suppliers()));
        }
    }

    void setNarrow(boolean narrow) {
        columns.setNarrow(narrow);
    }

    Button columnMenu(Consumer<Set<String>> chosen) {
        return columns.menu("name", chosen);
    }

    TableLinks download(ServiceExport export, Actor actor) {
        Locale locale = getLocale();
        return new TableLinks(getTranslation("connections.list.download"), "services",
                (format, out) -> export.write(rows.filter(), order, actor, locale, format, out));
    }

    /** Opens a supplier's group alone and brings it into view. */
    void focus(CompanyId supplier) {
        for (int i = 0; i < rows.suppliers().size(); i++) {
            ServiceRow.Supplier group = rows.suppliers().get(i);
            if (group.supplierId().equals(supplier)) {
                collapse(List.copyOf(rows.suppliers()));
                expand(List.of(group));
                scrollToIndex(i);
            }
        }
    }

    /** Draws the rows and their boxes anew. */
    void refresh() {
        rows.refreshAll();
    }

    private void click(ItemClickEvent<ServiceRow> click) {
        ServiceRow row = click.getItem();
        switch (row) {
            case ServiceRow.License license when click.isShiftKey() -> selectTo(license);
            case ServiceRow.License license -> toggle(license, !choices.has(license.license()));
            case ServiceRow.Supplier group when isExpanded(group) -> collapse(List.of(group));
            case ServiceRow.Supplier group -> expand(List.of(group));
            case ServiceRow.Missing missing -> { }
        }
    }

    /** Without a row that was clicked before under the same supplier it is a click as any other. */
    private void selectTo(ServiceRow row) {
        LicenseRow from = clicked;
        if (row instanceof ServiceRow.License(LicenseRow to) && from != null && from.supplierId().equals(to.supplierId())) {
            boolean done = choices.addRange(from, to, order);
            clicked = to;
            refresh();
            told(done);
        } else {
            toggle(row, !getSelectionModel().isSelected(row));
        }
    }

    private void toggle(ServiceRow row, boolean selected) {
        ServiceChoices.State before = choices.state(row.supplierId());
        boolean done = switch (row) {
            case ServiceRow.Supplier supplier -> choices.setShown(supplier.supplierId(), selected);
            case ServiceRow.License license -> choices.set(license.license(), selected);
            case ServiceRow.Missing missing -> true;
        };
        clicked = row instanceof ServiceRow.License(LicenseRow license) ? license : null;
        draw(row, before != choices.state(row.supplierId()));
        told(done);
    }

    /** No more than what has changed: boxes that are being ticked meanwhile stay as they are. */
    private void draw(ServiceRow row, boolean groupToo) {
        if (row instanceof ServiceRow.Supplier) {
            refresh();
            return;
        }
        rows.refreshItem(row);
        if (groupToo) {
            rows.suppliers().stream().filter(group -> group.supplierId().equals(row.supplierId())).forEach(rows::refreshItem);
        }
    }

    private void told(boolean done) {
        if (!done) {
            Notices.error(getTranslation("connections.selection.tooMany", ServiceChoices.MOST_IDS));
        }
        onSelection.run();
    }
}
