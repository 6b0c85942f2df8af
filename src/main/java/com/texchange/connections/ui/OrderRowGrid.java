package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.common.OrderId;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.SearchField;
import com.texchange.connections.OrderExport;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderRow;
import com.texchange.connections.OrderRowFilter;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.QueryParameters;

/** What became of each license of an order, lazily, searched, and as a file. */
final class OrderRowGrid extends Composite<Div> {

    private final SearchField search = new SearchField(getTranslation("connections.order.search"));
    private final Select<OrderRow.State> state = new Select<>();
    private final transient ConfigurableFilterDataProvider<OrderRow, Void, OrderRowFilter> provider;
    private volatile transient OrderRowFilter filter = OrderRowFilter.NONE;

    /** @param address what the page was opened with: what is searched for */
    OrderRowGrid(OrderResults results, OrderExport export, OrderId order, Actor actor, QueryParameters address) {
        CallbackDataProvider<OrderRow, OrderRowFilter> pages = new CallbackDataProvider<>(
                query -> results.rows(order, query.getFilter().orElse(OrderRowFilter.NONE), query.getOffset(),
                        query.getLimit(), actor).stream(),
                query -> results.countRows(order, query.getFilter().orElse(OrderRowFilter.NONE), actor),
                OrderRow::licenseId);
        provider = pages.withConfigurableFilter();
        Grid<OrderRow> grid = new Grid<>();
        grid.setDataProvider(provider);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("order-rows");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAriaLabel(getTranslation("connections.order.rows"));
        grid.setEmptyStateText(getTranslation("common.nothingFound"));
        grid.addComponentColumn(row -> new Anchor(Routes.of(Routes.LICENSE, row.licenseId()), row.number())).setHeader(getTranslation("licenses.column.number")).setWidth("12rem").setFlexGrow(0)
                .setResizable(true).setPartNameGenerator(row -> "digits");
        grid.addColumn(LitRenderer.<OrderRow>of("""
                <span class="badge" theme="${item.theme}">${item.result}</span>""").withProperty("result", OrderWords::result)
                .withProperty("theme", row -> OrderWords.tone(row).theme())).setHeader(getTranslation("connections.order.result")).setFlexGrow(1);
        Moments moments = new Moments(getLocale(), DateTimes.zone());
        TableLinks download = new TableLinks(getTranslation("connections.order.download"), "license-operation",
                (format, out) -> export.write(order, filter, actor, moments, format, out));
        addTools();
        FilterAddress.ofOpenPage().search(search).choice("state", state, OrderRow.State.class, null).read(address);
        Div tools = new Div(search, state, download);
        tools.addClassName("devices-tools");
        getContent().addClassName("devices");
        getContent().add(tools, grid);
    }

    private void addTools() {
        search.addValueChangeListener(change -> filterChanged());
        state.setItems(OrderRow.State.values());
        state.setAriaLabel(getTranslation("connections.order.result"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("connections.order.allRows"));
        state.setItemLabelGenerator(value -> getTranslation(value == null ? "connections.order.allRows"
                : "connections.item." + value));
        state.addValueChangeListener(change -> filterChanged());
    }

    private void filterChanged() {
        filter = new OrderRowFilter(search.getValue(), state.getValue());
        provider.setFilter(filter);
    }

    void refresh() {
        provider.refreshAll();
    }
}
