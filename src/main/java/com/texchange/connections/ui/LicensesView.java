package com.texchange.connections.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.ChosenLicenses;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.ServiceExport;
import com.texchange.connections.ServiceOverview;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Services and balance: which licenses work for which supplier. The address holds what is shown:
 * {@code supplier=<id>} brings one supplier into view, the rest is as {@link ListFilters} has it, with {@code name} for the number.
 */
@Route(Routes.SERVICES)
@Menu(title = "connections.services.title", order = 40, icon = "vaadin:mobile")
@RolesAllowed("DISTRIBUTOR")
class LicensesView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private static final String SUPPLIER = "supplier";

    private final ServiceOverview overview;
    private final ServiceExport export;
    private final ConnectionOrders orders;
    private final ListSettings settings;
    private final MoveTargets targets;
    private final ChangeFeed feed;
    private final ChosenLicenses chosen;
    private final Actor actor;
    /** Instead of the supplier that the address names. */
    private final Paragraph unknown = new Paragraph(getTranslation("common.unknown.text"));
    private @Nullable ServicesBoard board;
    private @Nullable CompanyId focused;
    private QueryParameters parameters = QueryParameters.empty();
    /** While the address is read, it is not written. */
    private boolean reading;

    LicensesView(ServiceOverview overview, ServiceExport export, ChosenLicenses chosen, ConnectionOrders orders, MoveTargets targets,
            ListSettings settings, ChangeFeed feed, CurrentActor currentActor) {
        this.overview = overview;
        this.export = export;
        this.orders = orders;
        this.targets = targets;
        this.settings = settings;
        this.feed = feed;
        this.chosen = chosen;
        this.actor = currentActor.get();
        unknown.addClassName("warning");
        unknown.setVisible(false);
        setSizeFull();
        addClassName("wide-page");
        LiveUpdates.follow(this, feed, concerning(actor), this::showContentOnceThereIsSome);
        showContent();
    }

    /** What the page shows changes with the licenses and with the suppliers that the company joins. */
    static Predicate<Change> concerning(Actor actor) {
        String company = actor.companyAs(Role.DISTRIBUTOR).toString();
        return change -> change.topic() != Change.Topic.TASKS && change.id().equals(company);
    }

    /** Once there, the board keeps itself current. */
    private void showContentOnceThereIsSome() {
        if (board == null) {
            showContent();
        }
    }

    private void showContent() {
        removeAll();
        add(new PageHeader(getTranslation("connections.services.title")), unknown);
        if (overview.groups(actor).isEmpty()) {
            add(noSupplier());
        } else if (!overview.hasLicenses(actor)) {
            add(noLicense());
        } else {
            showBoard();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connections.services.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        parameters = event.getLocation().getQueryParameters();
        Optional<String> supplier = parameters.getSingleParameter(SUPPLIER);
        focused = supplier.flatMap(CompanyId::read).orElse(null);
        unknown.setVisible(supplier.isPresent()
                && overview.groups(actor).stream().noneMatch(group -> group.supplierId().equals(focused)));
        showAddress();
    }

    private void showAddress() {
        ServicesBoard there = board;
        if (there == null) {
            return;
        }
        reading = true;
        try {
            there.read(parameters);
        } finally {
            reading = false;
        }
        if (focused != null) {
            there.focus(focused);
        }
    }

    private void writeAddress(ServicesBoard there) {
        if (reading) {
            return;
        }
        Map<String, List<String>> shown = new LinkedHashMap<>();
        parameters.getSingleParameter(SUPPLIER).ifPresent(supplier -> shown.put(SUPPLIER, List.of(supplier)));
        shown.putAll(there.address());
        parameters = new QueryParameters(shown);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(Routes.SERVICES, parameters)));
    }

    private void showBoard() {
        ServicesBoard there = new ServicesBoard(overview, export, chosen, orders, targets, settings, feed, actor);
        there.onChange(() -> writeAddress(there));
        board = there;
        TabSheet tabs = new TabSheet();
        tabs.add(getTranslation("connections.services.exchange"), there);
        tabs.setSizeFull();
        addAndExpand(tabs);
        showAddress();
    }

    private EmptyState noSupplier() {
        return new EmptyState(VaadinIcon.HANDSHAKE, getTranslation("connections.noSupplier.title"),
                getTranslation("connections.noSupplier.text"),
                new Anchor(Routes.SUPPLIERS, getTranslation("connections.noSupplier.action")));
    }

    private EmptyState noLicense() {
        return new EmptyState(VaadinIcon.MOBILE, getTranslation("connections.noLicense.title"),
                getTranslation("connections.noLicense.text"));
    }
}
