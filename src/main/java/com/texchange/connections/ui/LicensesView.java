package com.texchange.connections.ui;

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
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.ServiceOverview;
import com.texchange.licenses.Licenses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Services and balance: which licenses work for which supplier. {@code supplier=<id>} brings one supplier into view. */
@Route(Routes.SERVICES)
@Menu(title = "connections.services.title", order = 40, icon = "vaadin:mobile")
@RolesAllowed("DISTRIBUTOR")
class LicensesView extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    private final ServiceOverview overview;
    private final ConnectionOrders orders;
    private final ChangeFeed feed;
    private final Licenses licenses;
    private final Actor actor;
    private final CompanyId company;
    /** Instead of the supplier that the address names. */
    private final Paragraph unknown = new Paragraph(getTranslation("common.unknown.text"));
    private @Nullable ServicesBoard board;
    private @Nullable CompanyId focused;

    LicensesView(ServiceOverview overview, ConnectionOrders orders, Licenses licenses, ChangeFeed feed,
            CurrentActor currentActor) {
        this.overview = overview;
        this.orders = orders;
        this.feed = feed;
        this.licenses = licenses;
        this.actor = currentActor.get();
        this.company = actor.companyAs(Role.DISTRIBUTOR);
        unknown.addClassName("warning");
        unknown.setVisible(false);
        setSizeFull();
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
        } else if (licenses.count(company) == 0) {
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
        Optional<String> supplier = event.getLocation().getQueryParameters().getSingleParameter("supplier");
        focused = supplier.flatMap(LicensesView::companyId).orElse(null);
        unknown.setVisible(supplier.isPresent()
                && overview.groups(actor).stream().noneMatch(group -> group.supplierId().equals(focused)));
        focus();
    }

    private void focus() {
        if (board != null && focused != null) {
            board.focus(focused);
        }
    }

    private void showBoard() {
        board = new ServicesBoard(overview, orders, feed, actor);
        TabSheet tabs = new TabSheet();
        tabs.add(getTranslation("connections.services.exchange"), board);
        tabs.setSizeFull();
        addAndExpand(tabs);
        focus();
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

    /** Whatever somebody wrote into the address. */
    private static Optional<CompanyId> companyId(String text) {
        try {
            return Optional.of(CompanyId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
