package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.GrantId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.PageHeader;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people have done with licenses, the latest first: who, for whom, and what became of it. */
@Route(Routes.LICENSE_ORDERS)
@Menu(title = "connections.orders.menu", order = 45, icon = "vaadin:list-ol")
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR", "SALES", "PROCESS_MANAGER"})
class OrdersView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    /** While an order of many licenses is carried out, it changes often. */
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private static final String COMPOSED = "composed";
    /** In the address: only what was done under this one. */
    private static final String GRANT = "grant";
    private final transient OrderResults results;
    private final transient Actor actor;
    private final Grid<OrderSummary> grid = new Grid<>();
    private transient @Nullable GrantId grant;
    private boolean unknown;

    OrdersView(OrderResults results, ChangeFeed feed, CurrentActor currentActor) {
        this.results = results;
        this.actor = currentActor.get();
        setSizeFull();
        grid.setDataProvider(new CallbackDataProvider<>(
                query -> results.page(grant, query.getOffset(), query.getLimit(), actor).stream(),
                query -> results.count(grant, actor), OrderSummary::id));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("orders-grid");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAriaLabel(getTranslation("connections.orders.title"));
        addColumns();
        grid.addItemClickListener(click -> click.getColumn().getUI()
                .ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE_ORDERS, click.getItem().id()))));
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES
                && (actor.companyId() == null || change.id().equals(Objects.toString(actor.companyId()))),
                BETWEEN_REFRESHES, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter(GRANT);
        grant = asked.flatMap(OrdersView::parse).orElse(null);
        unknown = asked.isPresent() && grant == null;
        grid.getDataProvider().refreshAll();
        show();
    }

    private static Optional<GrantId> parse(String id) {
        try {
            return Optional.of(new GrantId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show() {
        removeAll();
        add(new PageHeader(getTitle()));
        if (unknown) {
            add(EmptyState.unknown(new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.all"))));
            return;
        }
        if (grant != null) {
            Div part = new Div(new Span(getTranslation("connections.orders.underGrant")),
                    new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.all")));
            part.addClassName("list-tools");
            add(part);
        }
        if (results.count(grant, actor) == 0) {
            add(new EmptyState(VaadinIcon.LIST_OL, getTranslation("connections.orders.none"),
                    getTranslation("connections.orders.none.text")));
        } else {
            addAndExpand(grid);
        }
    }

    private void refresh() {
        if (grid.getParent().isEmpty()) {
            show();
        } else {
            grid.getDataProvider().refreshAll();
        }
    }

    /** Who sees both companies has the columns too, from a page of 1280 px on. */
    private void addColumns() {
        boolean both = !isOnly(Role.SUPPLIER) && !isOnly(Role.DISTRIBUTOR);
        String company = both ? "8.5rem" : "10rem";
        grid.addComponentColumn(this::composed).setKey(COMPOSED).setHeader(getTranslation("connections.orders.column.title"));
        grid.addComponentColumn(OrdersView::link).setKey("title").setWidth(both ? "9.5rem" : "12rem").setFlexGrow(1);
        grid.addColumn(order -> DateTimes.inList(order.placedAt())).setKey("placedAt").setWidth("9.75rem").setFlexGrow(0);
        if (!isOnly(Role.SUPPLIER)) {
            grid.addColumn(OrderSummary::supplier).setKey("supplier").setWidth(company).setFlexGrow(4);
        }
        if (!isOnly(Role.DISTRIBUTOR)) {
            grid.addColumn(OrderSummary::distributor).setKey("distributor").setWidth(company).setFlexGrow(4);
        }
        grid.addColumn(OrderWords::by).setKey("by").setWidth(both ? "8.25rem" : "11rem").setFlexGrow(3);
        grid.addColumn(OrderWords::counts).setKey("counts").setWidth("7.5rem").setFlexGrow(0);
        grid.addComponentColumn(OrderWords::state).setKey("state").setWidth("10.5rem").setFlexGrow(0);
        grid.getColumns().stream().filter(column -> !COMPOSED.equals(column.getKey())).forEach(column -> column
                .setResizable(true).setHeader(getTranslation("connections.orders.column." + column.getKey())));
        // By then it is known which clock the browser has.
        grid.addAttachListener(attach -> grid.getColumnByKey("placedAt")
                .setHeader(DateTimes.heading(getTranslation("connections.orders.column.placedAt"))));
        grid.getColumnByKey(COMPOSED).setVisible(false);
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    private boolean isOnly(Role side) {
        return actor.has(side) && !(actor.has(Role.SUPPLIER) && actor.has(Role.DISTRIBUTOR));
    }

    private static Anchor link(OrderSummary order) {
        return new Anchor(Routes.of(Routes.LICENSE_ORDERS, order.id()), OrderWords.title(order));
    }

    private Component composed(OrderSummary order) {
        Div cell = new Div(link(order), new Span(isOnly(Role.SUPPLIER) || order.supplier() == null ? order.distributor() : order.supplier()),
                new Span(DateTimes.dateTime(order.placedAt())), new Span(OrderWords.counts(order)), OrderWords.state(order));
        cell.addClassName("composed-cell");
        return cell;
    }

    private String getTitle() {
        return getTranslation("connections.orders.title");
    }

    @Override
    public String getPageTitle() {
        return getTitle();
    }
}
