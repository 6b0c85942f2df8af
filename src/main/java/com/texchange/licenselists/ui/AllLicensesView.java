package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
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
import com.texchange.licenselists.AllLicenses;
import com.texchange.licenselists.LicenseExport;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The licenses of all distributors, where the sales department connects, disconnects and moves them for anybody. The address is as
 * {@link ListFilters} has it.
 */
@Route(Routes.ALL_LICENSES)
@Menu(title = "connections.all.title", order = 47, icon = "vaadin:mobile")
@RolesAllowed("SALES")
class AllLicensesView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);
    private final transient AllLicenses licenses;
    private final transient ConnectionOrders orders;
    private final transient MoveTargets targets;
    private final transient Actor actor;
    private final AllLicensesGrid grid;
    private final transient ListFilters filters;
    private final ListActs acts;

    AllLicensesView(AllLicenses licenses, ConnectionOrders orders, MoveTargets targets, LicenseExport export, ListSettings settings,
            ChangeFeed feed, CurrentActor currentActor) {
        this.licenses = licenses;
        this.orders = orders;
        this.targets = targets;
        this.actor = currentActor.get();
        grid = new AllLicensesGrid(licenses, actor, settings.hidden(AllLicensesGrid.LIST, actor).orElse(AllLicensesGrid.HIDDEN));
        acts = new ListActs(grid, this::ask).forAnySupplier();
        filters = ListFilters.of(Routes.ALL_LICENSES, grid, grid::filter, getTranslation("connections.supplier.search"),
                "connections.supplier.show", Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED, Show.BLOCKED);
        grid.selectable((filter, sort, from, to) -> licenses.range(filter, sort, from, to, ListSelection.MOST_IDS + 1, actor),
                this::chosen);
        grid.hold(filters, given -> licenses.seen(given, actor));
        grid.onCount(number -> filters.count.setText(getTranslation("connections.supplier.count", number)));
        Locale locale = getLocale();
        TableLinks download = new TableLinks(getTranslation("connections.list.download"), "licenses",
                (format, out) -> export.all(grid.filter(), actor, locale, format, out));
        Div tools = new Div(acts.connect, acts.disconnect, acts.move, filters.search, filters.show, filters.count,
                grid.columnMenu("number", hidden -> settings.hide(AllLicensesGrid.LIST, hidden, actor)), download);
        tools.addClassName("devices-tools");
        setSizeFull();
        addClassName("wide-page");
        add(new PageHeader(getPageTitle(), new Anchor(Routes.LOAD_LICENSES, getTranslation("licenses.load.title"))), tools, acts,
                filters.columns);
        addAndExpand(grid);
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES, BETWEEN_REFRESHES, this::refresh);
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

    /** To connect and disconnect: for which supplier, then what would become of the licenses of its distributors. */
    private void ask(OrderKind kind, Selection<LicenseId, LicenseFilter> selection) {
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected = licenses.byDistributor(selection, actor);
        if (kind == OrderKind.MOVE) {
            acts.move(selected, (distributor, part) -> new MoveDialog(targets, orders, null, distributor, part, actor,
                    order -> acts.placed(List.of(order))).open());
            return;
        }
        new SupplierDialog(kind, selected.size(),
                (words, offset, limit) -> licenses.suppliers(selected.keySet(), words, offset, limit, actor),
                supplier -> licenses.requests(kind, supplier, selected, actor),
                requests -> new OrderDialog(kind, requests, orders, actor, acts::placed).open()).open();
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
        return getTranslation("connections.all.title");
    }
}
