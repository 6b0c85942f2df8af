package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.ui.ListFilters;
import com.texchange.connections.ui.MoveDialog;
import com.texchange.connections.ui.OrderDialog;
import com.texchange.licenselists.LicenseExport;
import com.texchange.licenselists.SupplierLicenses;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier sees of its distributors' licenses, and where it connects and disconnects those that it may. The address is as
 * {@link ListFilters} has it.
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
    private final transient ListFilters filters;
    private final ListActs acts;

    SupplierLicensesView(SupplierLicenses licenses, ConnectionOrders orders, MoveTargets targets, LicenseExport export, ListSettings settings,
            ChangeFeed feed, CurrentActor currentActor) {
        this.licenses = licenses;
        this.orders = orders;
        this.targets = targets;
        this.actor = currentActor.get();
        grid = new SupplierLicensesGrid(licenses, actor,
                settings.hidden(SupplierLicensesGrid.LIST, actor).orElse(SupplierLicensesGrid.HIDDEN));
        acts = new ListActs(grid, this::ask);
        filters = ListFilters.of(Routes.SUPPLIER_LICENSES, grid, grid::filter, getTranslation("connections.supplier.search"),
                "connections.supplier.show", Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED, Show.OWN, Show.BLOCKED);
        grid.selectable((filter, sort, from, to) -> licenses.range(filter, sort, from, to, ListSelection.MOST_IDS + 1, actor),
                this::chosen).byClick();
        grid.hold(filters, given -> licenses.seen(given, actor));
        grid.onCount(number -> filters.count.setText(getTranslation("connections.supplier.count", number)));
        Locale locale = getLocale();
        TableLinks download = new TableLinks(getTranslation("connections.list.download"), "licenses",
                (format, out) -> export.ofSupplier(grid.filter(), actor, locale, format, out));
        Div tools = new Div(acts.connect, acts.disconnect, acts.move, filters.search, filters.show, filters.count,
                grid.columnMenu("number", hidden -> settings.hide(SupplierLicensesGrid.LIST, hidden, actor)), download);
        Stream.of(acts.connect, acts.disconnect, acts.move).forEach(act -> Acts.forActing(act, actor));
        tools.addClassName("devices-tools");
        setSizeFull();
        addClassName("wide-page");
        add(new PageHeader(getTranslation("connections.supplier.title"),
                new Anchor(Routes.RECONCILIATION, getTranslation("connections.supplier.reconcile")),
                new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title"))), Acts.whyNotActing(actor), tools, acts, filters.columns);
        addAndExpand(grid);
        String company = actor.companyAs(Role.SUPPLIER).toString();
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES && change.id().equals(company),
                BETWEEN_REFRESHES, this::refresh);
        selected();
    }

    /** By the person. */
    private void chosen() {
        selected();
        filters.write();
    }

    private void selected() {
        @Nullable Selection<LicenseId, LicenseFilter> selection = grid.selection();
        acts.show(selection == null ? ServiceCounts.NONE : licenses.counts(selection, actor));
    }

    private void ask(OrderKind kind, Selection<LicenseId, LicenseFilter> selection) {
        if (kind == OrderKind.MOVE) {
            acts.move(licenses.byDistributor(selection, actor), (distributor, part) -> new MoveDialog(targets, orders,
                    actor.companyAs(Role.SUPPLIER), distributor, part, actor, order -> acts.placed(List.of(order))).open());
        } else {
            new OrderDialog(kind, licenses.requests(kind, selection, actor), orders, actor, acts::placed).open();
        }
    }

    private void refresh() {
        grid.refresh();
        selected();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.supplier.title");
    }
}
