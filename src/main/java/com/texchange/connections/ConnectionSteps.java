package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.common.GrantId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The automatic steps of the processes {@code license-connection} and {@code license-disconnection}. Each runs at least once;
 * repeating it changes nothing, and what a crash has broken off goes on where it was.
 */
@Component
class ConnectionSteps {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ConnectionOrderRepository orders;
    private final OrderLocks locks;
    private final OrderItems items;
    private final OrderedLicenses ordered;
    private final OrdersUnderGrants underGrants;
    private final OrderNews news;
    private final TransactionOperations transactions;
    private final Clock clock;

    ConnectionSteps(ConnectionOrderRepository orders, OrderLocks locks, OrderItems items, OrderedLicenses ordered,
            OrdersUnderGrants underGrants, OrderNews news, TransactionOperations transactions, Clock clock) {
        this.orders = orders;
        this.locks = locks;
        this.items = items;
        this.ordered = ordered;
        this.underGrants = underGrants;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does what is requested, a chunk in a transaction.
     *
     * @return how many licenses are refused and wait for a person
     */
    int carryOut(OrderId id) {
        Step step = new Step(BEFORE_ALL, null);
        while (step.result() == null) {
            UUID after = step.last();
            step = within(() -> chunk(id, after));
        }
        return Objects.requireNonNull(step.result());
    }

    /**
     * Moves what is requested, as {@link #carryOut}. A question to the distributor that still stands here was answered past the application, as
     * in Tasklist: that answer counts for the order, and nobody here has given it.
     *
     * @param approved what the task was completed with
     */
    int move(OrderId id, boolean approved) {
        transactions.executeWithoutResult(status -> {
            ConnectionOrder order = locks.lock(id);
            if (order.is(Approval.ASKED) && order.is(State.PLACED)) {
                order.decide(approved ? Approval.APPROVED : Approval.DENIED, null, clock.instant());
                news.decided(orders.save(order), approved ? AuditKind.MOVE_APPROVED : AuditKind.MOVE_DENIED, null);
            }
        });
        return carryOut(id);
    }

    /** A transaction of a step: the last license of its chunk, and what the step has come to if it was the last one. */
    private record Step(UUID last, @Nullable Integer result) {
    }

    private Step chunk(OrderId id, UUID after) {
        ConnectionOrder order = locks.lock(id);
        if (!order.is(State.PLACED)) {
            return new Step(after, refuse(order, refused(order)));
        }
        Optional<GrantId> grant = items.lockGrant(order);
        Optional<OrderItems.Chunk> found = items.apply(order, grant.orElse(null), after);
        if (found.isEmpty()) {
            return new Step(after, refuse(order, refused(order)));
        }
        OrderItems.Chunk chunk = found.get();
        grant.filter(given -> chunk.underGrant() > 0).ifPresent(given -> use(given, order, chunk.underGrant()));
        OrderItems.Tally tally = items.tally(order, chunk);
        // What is open when nothing is requested any more was refused.
        return new Step(chunk.last(), chunk.isLast() ? refuse(order, order.asksAboutRefused() ? tally.open() : 0) : null);
    }

    private void use(GrantId grant, ConnectionOrder order, int licenses) {
        underGrants.used(grant, order, licenses);
        order.under(grant);
        orders.save(order);
    }

    private int refused(ConnectionOrder order) {
        return order.asksAboutRefused() ? ordered.count(order.id(), "REFUSED") : 0;
    }

    private int refuse(ConnectionOrder order, int refused) {
        if (refused > 0 && order.is(State.PLACED)) {
            order.refuse();
            orders.save(order);
            news.changed(order);
        }
        return refused;
    }

    /**
     * Publishes what was connected, a chunk in a transaction, and closes the order. Licenses that are still refused wait if the
     * cause can pass, and are left out if not: those of an order that asks nobody, and those that were left out past the
     * application, as in Tasklist. An order that goes on meanwhile with what had to wait is left to the process that does so: the engine
     * has not heard that it was closed before, and asks once more.
     *
     * @return how many licenses the order has changed
     */
    int finish(OrderId id) {
        Step step = new Step(BEFORE_ALL, null);
        while (step.result() == null) {
            UUID after = step.last();
            step = within(() -> publish(id, after));
        }
        return Objects.requireNonNull(step.result());
    }

    private Step publish(OrderId id, UUID after) {
        ConnectionOrder order = locks.lock(id);
        if (order.is(State.FINISHED)) {
            return new Step(after, ordered.count(id, "DONE"));
        }
        if (order.kind() == OrderKind.CONNECT) {
            Optional<OrderItems.Published> published = items.publish(order, after);
            if (published.isPresent() && !published.get().isLast()) {
                return new Step(published.get().last(), null);
            }
        }
        return new Step(after, end(order));
    }

    private int end(ConnectionOrder order) {
        OrderItems.Tally tally = items.tally(order);
        if (tally.open() > 0 && order.resumedAt() != null && ordered.count(order.id(), "REQUESTED") > 0) {
            return tally.done();
        }
        if (tally.open() > 0) {
            if (order.waitsForRefused() && !order.asksAboutRefused()) {
                items.waitForRefused(order.id());
            }
            items.leaveOutRefused(order.id());
            tally = items.tally(order);
        }
        items.lookAgainAtWaiting(order);
        order.finish(clock.instant());
        news.finished(orders.save(order), tally);
        return tally.done();
    }

    private <T> T within(Supplier<T> step) {
        return Objects.requireNonNull(transactions.execute(status -> step.get()));
    }
}
