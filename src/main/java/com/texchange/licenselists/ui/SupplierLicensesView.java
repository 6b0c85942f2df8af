package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ui.MoveDialog;
import com.texchange.connections.ui.OrderDialog;
import com.texchange.licenselists.LicenseExport;
import com.texchange.licenselists.SupplierLicenses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;

/** What a supplier sees of its distributors' licenses, and where it connects and disconnects those that it may. */
@Route(Routes.SUPPLIER_LICENSES)
@Menu(title = "connections.supplier.title", order = 25, icon = "vaadin:mobile")
@RolesAllowed("SUPPLIER")
class SupplierLicensesView extends LicensesPage {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private final transient SupplierLicenses licenses;
    private final transient ConnectionOrders orders;
    private final transient MoveTargets targets;
    private final transient Actor actor;

    @Autowired
    SupplierLicensesView(SupplierLicenses licenses, ConnectionOrders orders, MoveTargets targets, LicenseExport export, ListSettings settings,
            ChangeFeed feed, CurrentActor currentActor) {
        this(licenses, orders, targets, settings, currentActor.get());
        selectable(source()).byClick();
        Stream.of(acts.connect, acts.disconnect, acts.move).forEach(act -> Acts.forActing(act, actor));
        Locale locale = getLocale();
        fill(List.of(new PageHeader(getPageTitle(), new Anchor(Routes.RECONCILIATION, getTranslation("connections.supplier.reconcile")),
                        new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title"))), Acts.whyNotActing(actor)),
                grid.columnMenu("number", hidden -> settings.hide(SupplierLicensesGrid.LIST, hidden, actor)),
                grid.download("licenses", (filter, sort, format, out) -> export.ofSupplier(filter, sort, actor, locale, format, out)));
        String company = actor.companyAs(Role.SUPPLIER).toString();
        follow(feed, change -> change.id().equals(company), BETWEEN_REFRESHES);
    }

    private SupplierLicensesView(SupplierLicenses licenses, ConnectionOrders orders, MoveTargets targets, ListSettings settings, Actor actor) {
        super(Routes.SUPPLIER_LICENSES,
                new SupplierLicensesGrid(licenses, actor, settings.hidden(SupplierLicensesGrid.LIST, actor).orElse(SupplierLicensesGrid.HIDDEN)),
                selection -> licenses.counts(selection, actor), Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED, Show.OWN, Show.BLOCKED);
        this.licenses = licenses;
        this.orders = orders;
        this.targets = targets;
        this.actor = actor;
    }

    private ListChoice.Source source() {
        return new ListChoice.Source() {
            @Override
            public Set<LicenseId> between(LicenseFilter shown, Sort sort, LicenseId from, LicenseId to) {
                return licenses.range(shown, sort, from, to, ListChoice.MOST_IDS + 1, actor);
            }

            @Override
            public Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit) {
                return licenses.ids(selection, shown, limit, actor);
            }

            @Override
            public int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
                return licenses.count(selection, shown, actor);
            }
        };
    }

    @Override
    Map<CompanyId, Selection<LicenseId, LicenseFilter>> byDistributor(Selection<LicenseId, LicenseFilter> selection) {
        return licenses.byDistributor(selection, actor);
    }

    @Override
    void ask(OrderKind kind, Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected) {
        List<OrderRequest> requests = licenses.requests(kind, selected, actor);
        int leftOut = selected.size() - requests.size();
        if (requests.isEmpty()) {
            Notices.error(getTranslation("connections.supplier.noneInNetwork"));
            return;
        }
        if (kind == OrderKind.MOVE) {
            acts.move(selected, (distributor, part) -> new MoveDialog(targets, orders,
                    actor.companyAs(Role.SUPPLIER), distributor, part, actor, order -> acts.placed(List.of(order))).of(selectedCount()).open());
            return;
        }
        OrderDialog dialog = new OrderDialog(kind, requests, orders, actor, acts::placed).of(selectedCount());
        if (leftOut > 0) {
            dialog.saying(getTranslation("connections.supplier.leftOut", leftOut));
        }
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.supplier.title");
    }
}
