package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchField;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.SupplierLicenseFilter;
import com.texchange.connections.SupplierLicenseFilter.Show;
import com.texchange.connections.SupplierLicenses;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier sees of its distributors' licenses, and where it connects and disconnects those that it may. The address
 * holds {@code ?text=&show=}.
 */
@Route(Routes.SUPPLIER_LICENSES)
@Menu(title = "connections.supplier.title", order = 25, icon = "vaadin:mobile")
@RolesAllowed("SUPPLIER")
class SupplierLicensesView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private final transient SupplierLicenses licenses;
    private final transient ConnectionOrders orders;
    private final transient MoveTargets targets;
    private final transient Actor actor;
    private final SupplierLicensesGrid grid;
    private final SearchField search = new SearchField(getTranslation("connections.supplier.search"));
    private final Select<Show> show = new Select<>();
    private final Span count = new Span();
    private final CountsPanel counts = new CountsPanel();
    private final Button connect = button(OrderKind.CONNECT, VaadinIcon.PLUS);
    private final Button disconnect = button(OrderKind.DISCONNECT, VaadinIcon.MINUS);
    private final Button move = button(OrderKind.MOVE, VaadinIcon.EXCHANGE);
    private final Button none = new Button(getTranslation("connections.selection.none"));
    private boolean reading;

    SupplierLicensesView(SupplierLicenses licenses, ConnectionOrders orders, MoveTargets targets, ChangeFeed feed, CurrentActor currentActor) {
        this.licenses = licenses;
        this.orders = orders;
        this.targets = targets;
        this.actor = currentActor.get();
        grid = new SupplierLicensesGrid(licenses, actor);
        grid.addSelectionListener(change -> selected());
        setSizeFull();
        addTools();
        Button all = new Button(getTranslation("connections.selection.all"), click -> grid.selectAll());
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        none.addClickListener(click -> grid.clearSelection());
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(connect, disconnect, move, search, show, count);
        tools.addClassName("devices-tools");
        Div information = new Div(new H2(getTranslation("connections.information")), counts, all, none);
        information.addClassName("services-information");
        addClassName("wide-page");
        add(new PageHeader(getTranslation("connections.supplier.title"),
                new Anchor(Routes.RECONCILIATION, getTranslation("connections.supplier.reconcile")),
                new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title"))), tools,
                information);
        addAndExpand(grid);
        String company = actor.companyAs(Role.SUPPLIER).toString();
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES && change.id().equals(company),
                BETWEEN_REFRESHES, this::refresh);
        selected();
    }

    private void addTools() {
        search.addValueChangeListener(change -> filterChanged());
        show.setItems(Show.values());
        show.setAriaLabel(getTranslation("connections.supplier.show"));
        show.setItemLabelGenerator(value -> getTranslation("connections.supplier.show." + value));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> filterChanged());
    }

    private Button button(OrderKind kind, VaadinIcon icon) {
        Button button = new Button(icon.create(), click -> ask(kind));
        button.setAriaLabel(getTranslation("connections.order.selected." + kind));
        button.setTooltipText(getTranslation("connections.order.selected." + kind));
        if (kind == OrderKind.CONNECT) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void selected() {
        @Nullable Selection<LicenseId, SupplierLicenseFilter> selection = grid.selection();
        ServiceCounts stand = selection == null ? ServiceCounts.NONE : licenses.counts(selection, actor);
        counts.show(stand);
        connect.setEnabled(stand.outOfService() > 0);
        disconnect.setEnabled(stand.inService() > 0);
        move.setEnabled(selection != null);
        none.setVisible(selection != null);
    }

    private void ask(OrderKind kind) {
        @Nullable Selection<LicenseId, SupplierLicenseFilter> selection = grid.selection();
        if (selection == null) {
            return;
        }
        try {
            if (kind == OrderKind.MOVE) {
                askToMove(licenses.byDistributor(selection, actor));
                return;
            }
            List<OrderRequest> requests = licenses.byDistributor(selection, actor).entrySet().stream()
                    .map(entry -> new OrderRequest(kind, actor.companyAs(Role.SUPPLIER), entry.getKey(),
                            new Selection.Chosen<>(entry.getValue()), null)).toList();
            new OrderDialog(kind, requests, orders, actor, this::placed).open();
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    /** Devices and agents belong to a distributor. */
    private void askToMove(Map<CompanyId, Set<LicenseId>> chosen) {
        if (chosen.size() != 1) {
            Notices.error(getTranslation("connections.move.oneDistributor"));
            return;
        }
        chosen.forEach((distributor, ids) -> new MoveDialog(targets, orders, actor.companyAs(Role.SUPPLIER), distributor,
                new Selection.Chosen<>(ids), actor, order -> placed(List.of(order))).open());
    }

    private void placed(List<ConnectionOrderInfo> placed) {
        grid.clearSelection();
        if (placed.size() == 1) {
            getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE_ORDERS, placed.getFirst().id())));
        } else {
            Notices.success(getTranslation("connections.order.begun", placed.size()));
            getUI().ifPresent(ui -> ui.navigate(Routes.LICENSE_ORDERS));
        }
    }

    private SupplierLicenseFilter filter() {
        return new SupplierLicenseFilter(search.getValue(), show.getValue() == null ? Show.ALL : show.getValue());
    }

    private void filterChanged() {
        if (!reading) {
            showFiltered();
            Map<String, String> parameters = new LinkedHashMap<>();
            if (!search.isEmpty()) {
                parameters.put("text", search.getValue().strip());
            }
            if (filter().show() != Show.ALL) {
                parameters.put("show", filter().show().name().toLowerCase(Locale.ROOT));
            }
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                    new Location(Routes.SUPPLIER_LICENSES, QueryParameters.simple(parameters))));
        }
    }

    private void showFiltered() {
        grid.filter(filter());
        tellCount();
    }

    private void tellCount() {
        count.setText(getTranslation("connections.supplier.count", licenses.count(filter(), actor)));
    }

    private void refresh() {
        grid.refresh();
        tellCount();
        selected();
    }

    /** Whatever somebody wrote into the address: what is not known is ignored. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        reading = true;
        search.show(parameters.getSingleParameter("text").orElse(""));
        show.setValue(parameters.getSingleParameter("show").flatMap(name -> Arrays.stream(Show.values())
                .filter(value -> value.name().equalsIgnoreCase(name)).findFirst()).orElse(Show.ALL));
        reading = false;
        showFiltered();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.supplier.title");
    }
}
