package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.Windows;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.DryRuns;
import com.texchange.connections.MoveApprovals;
import com.texchange.connections.OrderExport;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderSummary;
import com.texchange.connections.Verdict;
import com.texchange.connections.WaitingLicenses;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order: how far it is, what became of each license, and what can be done about it. */
@Route(Routes.LICENSE_ORDERS + "/:" + OrderView.ID)
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR", "SALES", "PROCESS_MANAGER"})
class OrderView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "order";
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private final transient ConnectionOrders orders;
    private final transient DryRuns dryRuns;
    private final transient OrderResults results;
    private final transient OrderExport export;
    private final transient ChangeFeed feed;
    private final transient Actor actor;
    private final ProgressBar bar = new ProgressBar();
    private final Span counts = new Span();
    private final Div facts = new Div();
    private final Div state = new Div();
    private final Button undo = new Button(getTranslation("connections.order.undo"), click -> askUndo());
    private final Button again = new Button(getTranslation("connections.order.again"), click -> askAgain());
    private final Button takeBack = new Button(getTranslation("connections.order.takeBack"));
    private final Button stopWaiting = new Button(getTranslation("connections.order.stopWaiting"));
    private transient @Nullable OrderSummary order;
    private @Nullable OrderRowGrid rows;

    OrderView(ConnectionOrders orders, DryRuns dryRuns, MoveApprovals approvals, WaitingLicenses waiting, OrderResults results,
            OrderExport export, ChangeFeed feed, CurrentActor currentActor) {
        this.orders = orders;
        this.dryRuns = dryRuns;
        this.results = results;
        this.export = export;
        this.feed = feed;
        this.actor = currentActor.get();
        takeBack.addClickListener(click -> ask("takeBack", id -> approvals.takeBack(id, actor)));
        stopWaiting.addClickListener(click -> ask("stopWaiting", id -> waiting.stop(id, actor)));
        setSizeFull();
        counts.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("connections.order.progress"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        OrderSummary found = event.getRouteParameters().get(ID).flatMap(OrderView::parse)
                .flatMap(id -> results.find(id, actor)).orElseThrow(NotFoundException::new);
        Div tools = new Div(undo, again, takeBack, stopWaiting);
        tools.addClassName("list-tools");
        Div progress = new Div(state, bar, counts, tools);
        progress.addClassNames("card", "order-progress");
        rows = new OrderRowGrid(results, export, found.id(), actor, event.getLocation().getQueryParameters());
        add(new BackLink(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title")), new PageHeader(OrderWords.title(found)), facts, progress, rows);
        LiveUpdates.follow(rows, feed, change -> change.topic() == Change.Topic.LICENSES
                && (change.id().equals(Objects.toString(found.supplierId(), "")) || change.id().equals(found.distributorId().toString())),
                BETWEEN_REFRESHES, this::refresh);
        show(found);
    }

    /** Under which grant it is done is known once that was used; that it was taken back, later. */
    private DescriptionList facts(OrderSummary found) {
        DescriptionList list = new DescriptionList();
        if (found.supplier() != null) {
            list.add(getTranslation("connections.orders.column.supplier"), found.supplier());
        }
        OrderWords.target(found, list.add(getTranslation("connections.orders.column.distributor"), found.code() == null ? found.distributor()
                        : getTranslation("connections.order.distributorWithCode", found.distributor(), found.code())))
                .add(getTranslation("connections.orders.column.by"), OrderWords.by(found))
                .add(getTranslation("connections.orders.column.placedAt"), DateTimes.dateTime(found.placedAt()));
        if (found.reason() != null) {
            list.add(getTranslation("connections.order.reason"), found.reason());
        }
        OrderWords.undoes(found, list);
        if (found.undoneBy() != null) {
            list.add(getTranslation("connections.order.undoneBy"), new Anchor(
                    Routes.of(Routes.LICENSE_ORDERS, found.undoneBy()), getTranslation("connections.order.undoneBy.order")));
        }
        return list;
    }

    private void refresh() {
        if (order != null) {
            results.find(order.id(), actor).ifPresentOrElse(this::show, this::showUnknown);
        }
    }

    /** The right to see it has ended while it was open. */
    private void showUnknown() {
        order = null;
        removeAll();
        add(EmptyState.unknown(new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title"))));
    }

    private void show(OrderSummary current) {
        boolean changed = !current.equals(order);
        order = current;
        if (changed) {
            facts.removeAll();
            facts.add(facts(current));
        }
        state.removeAll();
        state.add(OrderWords.state(current));
        bar.setVisible(!current.isFinished());
        bar.setMax(Math.max(1, current.all()));
        bar.setValue(current.done() + current.leftOut() + current.waiting());
        counts.setText(figures(current));
        boolean partner = (actor.companyId() != null || actor.has(Role.SALES)) && actor.mayAct();
        boolean acts = current.isFinished() && partner;
        takeBack.setVisible(partner && current.isAsking() && Objects.equals(actor.companyId(), current.supplierId()) && actor.has(Role.SUPPLIER));
        stopWaiting.setVisible(partner && current.waiting() > 0 && mayStop(current));
        undo.setVisible(acts && current.done() > 0 && current.undoneBy() == null);
        again.setVisible(acts && current.again());
        if (rows != null && changed) {
            rows.refresh();
        }
    }

    /** As {@link WaitingLicenses#stop}: a supplier only what it has ordered itself. */
    private boolean mayStop(OrderSummary current) {
        return actor.has(Role.SALES) || current.distributorId().equals(actor.companyId()) || current.bySupplier();
    }

    /** Each license in one of them. */
    private String figures(OrderSummary current) {
        return Stream.of(getTranslation("connections.order.figures", current.done(), current.leftOut()),
                current.open() == 0 ? "" : getTranslation("connections.order.underWay", current.open()),
                current.waiting() == 0 ? "" : getTranslation("connections.order.waiting", current.waiting()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private void askUndo() {
        OrderSummary current = order;
        if (current != null) {
            ask("undo", current.kind().reverse(), current.done(), id -> dryRuns.undo(id, actor),
                    (export, locale, format, out) -> export.writeUndo(current.id(), actor, locale, format, out), orders::undo).undoing().open();
        }
    }

    private void askAgain() {
        OrderSummary current = order;
        if (current != null) {
            RepeatDialog window = ask("again", current.kind(), current.leftOut(), id -> dryRuns.again(id, actor),
                    (export, locale, format, out) -> export.writeAgain(current.id(), actor, locale, format, out), orders::again);
            (current.undoes() == null ? window : window.undoing()).open();
        }
    }

    private RepeatDialog ask(String name, OrderKind kind, int licenses, Function<OrderId, Map<Verdict, Integer>> dryRun, VerdictList.Rows rows,
            BiFunction<OrderId, Actor, ConnectionOrderInfo> step) {
        OrderId id = Objects.requireNonNull(order).id();
        return new RepeatDialog(name, kind, licenses, () -> dryRun.apply(id), rows, () -> step.apply(id, actor),
                next -> getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE_ORDERS, next.id()))));
    }

    /** Asks for a step that ends what is open of the order. */
    private void ask(String name, Consumer<OrderId> step) {
        OrderSummary current = order;
        if (current != null) {
            String key = "connections.order." + name;
            Windows.askToTakeBack(getTranslation(key + ".title"), getTranslation(key + ".text"), getTranslation(key), () -> {
                try {
                    step.accept(current.id());
                } catch (RefusedException refusal) {
                    Notices.refused(refusal);
                }
                refresh();
            });
        }
    }

    private static Optional<OrderId> parse(String id) {
        try {
            return Optional.of(new OrderId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return order == null ? getTranslation("connections.orders.title") : OrderWords.title(order);
    }
}
