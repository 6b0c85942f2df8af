package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.ui.AgentLeftDialog;
import com.texchange.connections.ui.MoveDialog;
import com.texchange.connections.ui.OrderDialog;
import com.texchange.licenselists.AllLicenses;
import com.texchange.licenselists.LicenseExport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;

/** The licenses of all distributors, where the sales department connects, disconnects and moves them for anybody. */
@Route(Routes.ALL_LICENSES)
@Menu(title = "connections.all.title", order = 47, icon = "vaadin:mobile")
@RolesAllowed("SALES")
class AllLicensesView extends LicensesPage {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);
    private final transient AllLicenses licenses;
    private final transient ConnectionOrders orders;
    private final transient MoveTargets targets;
    private final transient Actor actor;

    @Autowired
    AllLicensesView(AllLicenses licenses, ConnectionOrders orders, MoveTargets targets, LicenseExport export, ListSettings settings,
            ChangeFeed feed, CurrentActor currentActor) {
        this(licenses, orders, targets, settings, currentActor.get());
        acts.forAnySupplier();
        selectable(source());
        Locale locale = getLocale();
        fill(List.of(new PageHeader(getPageTitle(), DevicesPage.agentLeft(actor, placed -> AgentLeftDialog.ofAnybody(targets, orders,
                        (words, offset, limit) -> licenses.distributors(words, offset, limit, actor), actor, placed)),
                        new Anchor(Routes.LOAD_LICENSES, getTranslation("licenses.load.title")))),
                grid.columnMenu("number", hidden -> settings.hide(AllLicensesGrid.LIST, hidden, actor)),
                grid.download("licenses", (filter, sort, format, out) -> export.all(filter, sort, actor, locale, format, out)));
        follow(feed, change -> true, BETWEEN_REFRESHES);
    }

    private AllLicensesView(AllLicenses licenses, ConnectionOrders orders, MoveTargets targets, ListSettings settings, Actor actor) {
        super(Routes.ALL_LICENSES, new AllLicensesGrid(licenses, actor, settings.hidden(AllLicensesGrid.LIST, actor).orElse(AllLicensesGrid.HIDDEN)),
                selection -> licenses.counts(selection, actor), Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED, Show.BLOCKED);
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

    /** To connect and disconnect: for which supplier, then what would become of the licenses of its distributors. */
    @Override
    void ask(OrderKind kind, Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected) {
        if (kind == OrderKind.MOVE) {
            acts.move(selected, (distributor, part) -> new MoveDialog(targets, orders, null, distributor, part, actor,
                    order -> acts.placed(List.of(order))).of(selectedCount()).open());
            return;
        }
        new SupplierDialog(kind, selected.size(),
                (words, offset, limit) -> licenses.suppliers(selected.keySet(), words, offset, limit, actor),
                supplier -> licenses.requests(kind, supplier, selected, actor),
                requests -> new OrderDialog(kind, requests, orders, actor, acts::placed).of(selectedCount()).open()).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.all.title");
    }
}
