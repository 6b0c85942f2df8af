package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchField;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.DeviceFilter;
import com.texchange.connections.DeviceFilter.Show;
import com.texchange.connections.Devices;
import com.texchange.connections.MoveTargets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The distributor's mobile devices. The address holds what is shown: {@code search=<text>}, {@code show=connected} and
 * {@code sort=user} or, from the end, {@code sort=-user}.
 */
@Route(Routes.DEVICES)
@Menu(title = "connections.devices.title", order = 20, icon = "vaadin:tablet")
@RolesAllowed("DISTRIBUTOR")
class DevicesView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);

    private final transient Devices devices;
    private final transient Actor actor;
    private final DevicesGrid grid;
    private final SearchField search = new SearchField(getTranslation("connections.devices.search"));
    private final Select<Show> show = new Select<>();
    private final Span count = new Span();
    private final Div content = new Div();
    /** While the address is read, it is not written. */
    private boolean reading;

    DevicesView(Devices devices, MoveTargets targets, ConnectionOrders orders, ChangeFeed feed, CurrentActor currentActor) {
        this.devices = devices;
        this.actor = currentActor.get();
        grid = new DevicesGrid(devices, actor);
        grid.addSortListener(sort -> writeAddress());
        grid.onCount(number -> count.setText(getTranslation("connections.devices.count", number)));
        setSizeFull();
        addClassName("wide-page");
        addTools();
        content.addClassName("devices");
        count.getElement().setAttribute("role", "status");
        Button left = new Button(getTranslation("connections.agentLeft"), VaadinIcon.USER_CLOCK.create(), click ->
                new AgentLeftDialog(targets, orders, null, actor.companyAs(Role.DISTRIBUTOR), actor, this::moved).open());
        Anchor services = new Anchor(Routes.SERVICES, getTranslation("connections.devices.toServices"));
        add(new PageHeader(getTranslation("connections.devices.title"), left, services), content);
        showContent();
        LiveUpdates.follow(this, feed, LicensesView.concerning(actor), BETWEEN_REFRESHES, this::refresh);
    }

    private void addTools() {
        search.addValueChangeListener(change -> filterChanged());
        show.setItems(Show.values());
        show.setAriaLabel(getTranslation("connections.devices.show"));
        show.setItemLabelGenerator(value -> getTranslation("connections.devices.show." + value));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> filterChanged());
    }

    private void showContent() {
        content.removeAll();
        if (!devices.any(actor)) {
            content.add(new EmptyState(VaadinIcon.TABLET, getTranslation("connections.devices.none"),
                    getTranslation("connections.noLicense.text")));
        } else {
            Div tools = new Div(search, show, count);
            tools.addClassName("devices-tools");
            content.add(tools, grid);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.devices.title");
    }

    /** Whatever somebody wrote into the address: what is not known is ignored. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        reading = true;
        try {
            search.show(parameters.getSingleParameter("search").orElse(""));
            show.setValue(parameters.getSingleParameter("show").map(DevicesView::showNamed).orElse(Show.ALL));
            grid.sort(GridOrder.read(grid, parameters.getSingleParameter("sort").orElse("")));
        } finally {
            reading = false;
        }
        grid.filter(filter());
    }

    private static Show showNamed(String name) {
        return Arrays.stream(Show.values()).filter(value -> value.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst().orElse(Show.ALL);
    }

    private DeviceFilter filter() {
        return new DeviceFilter(search.getValue(), show.getValue() == null ? Show.ALL : show.getValue());
    }

    private void filterChanged() {
        if (!reading) {
            grid.filter(filter());
            writeAddress();
        }
    }

    private void writeAddress() {
        if (reading) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        DeviceFilter filter = filter();
        if (!filter.text().isBlank()) {
            parameters.put("search", filter.text().strip());
        }
        if (filter.show() != Show.ALL) {
            parameters.put("show", filter.show().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        GridOrder.address(grid).ifPresent(order -> parameters.put("sort", order));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                new Location(Routes.DEVICES, QueryParameters.simple(parameters))));
    }

    private void moved(ConnectionOrderInfo order) {
        Notices.success(getTranslation("connections.move.begun"));
        getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE_ORDERS, order.id())));
    }

    private void refresh() {
        if (grid.getParent().isEmpty()) {
            showContent();
        } else {
            grid.refresh();
        }
    }
}
