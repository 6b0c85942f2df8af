package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.ui.AgentLeftDialog;
import com.texchange.connections.ui.ListFilters;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the pages of devices have in common. The address is as {@link ListFilters} has it. */
abstract class DevicesPage extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);

    private final DevicesGrid grid;
    private final transient BooleanSupplier any;
    private final transient ListFilters filters;
    private final Button columns;
    private final TableLinks download;
    private final Div content = new Div();
    private final String whereFrom;

    /**
     * @param route     names its settings too: a company that is supplier and distributor has two such lists, with other columns
     * @param any       whether there is any device at all
     * @param tools     beside the title
     * @param prompt    what can be searched for, and
     * @param whereFrom where devices come from if there are none: both translated
     */
    DevicesPage(String route, DevicesGrid grid, BooleanSupplier any, LicenseGrid.Export export, Component[] tools, String prompt,
            String whereFrom, ListSettings settings, Actor actor) {
        this.grid = grid;
        this.any = any;
        this.whereFrom = whereFrom;
        download = grid.download("devices", export);
        grid.arrange(settings.hidden(route, actor).orElse(grid.hiddenByItself()));
        columns = grid.columnMenu("user", hidden -> settings.hide(route, hidden, actor));
        filters = ListFilters.of(route, grid, grid::filter, prompt, "connections.devices.show", Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED,
                Show.BLOCKED);
        grid.onCount(number -> filters.count.setText(getTranslation("connections.devices.count", number)));
        setSizeFull();
        addClassName("wide-page");
        content.addClassName("devices");
        add(new PageHeader(getPageTitle(), tools), content);
        showContent();
    }

    /** @param dialog for an agent who has left; its order's page is shown once it is placed */
    static Button agentLeft(Actor actor, Function<Consumer<ConnectionOrderInfo>, AgentLeftDialog> dialog) {
        UI ui = UI.getCurrent();
        return Acts.forActing(new Button(ui.getTranslation("connections.agentLeft"), VaadinIcon.USER_CLOCK.create(), click -> dialog.apply(order ->
                ui.navigate(Routes.of(Routes.LICENSE_ORDERS, order.id()))).open()), actor);
    }

    /** Keeps the page current. */
    final void follow(ChangeFeed feed, Actor actor) {
        String company = Objects.toString(actor.companyId());
        LiveUpdates.follow(this, feed, change -> change.topic() != Change.Topic.TASKS && change.id().equals(company),
                BETWEEN_REFRESHES, this::refresh);
    }

    private void showContent() {
        content.removeAll();
        if (!any.getAsBoolean()) {
            content.add(new EmptyState(VaadinIcon.TABLET, getTranslation("connections.devices.none"), whereFrom));
        } else {
            Div tools = new Div(filters.search, filters.show, filters.count, columns, download);
            tools.addClassName("devices-tools");
            content.add(tools, filters.columns, grid);
        }
    }

    @Override
    public final String getPageTitle() {
        return getTranslation("connections.devices.title");
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }

    private void refresh() {
        if (grid.getParent().isEmpty()) {
            showContent();
        } else {
            grid.refresh();
        }
    }
}
