package com.texchange.connections;

import com.texchange.common.GrantId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.grants.Grants;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final Grants grants;
    private final OrderNews news;
    private final TransactionOperations transactions;
    private final Clock clock;

    ConnectionSteps(ConnectionOrderRepository orders, OrderLocks locks, OrderItems items, OrderedLicenses ordered,
            Grants grants, OrderNews news, TransactionOperations transactions, Clock clock) {
        this.orders = orders;
        this.locks = locks;
        this.items = items;
        this.ordered = ordered;
        this.grants = grants;
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
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            UUID after = last.get();
            last = within(() -> chunk(id, after).map(OrderItems.Chunk::last));
        }
        return within(() -> refused(id));
    }

    private Optional<OrderItems.Chunk> chunk(OrderId id, UUID after) {
        ConnectionOrder order = locks.lock(id);
        if (!order.is(State.PLACED)) {
            return Optional.empty();
        }
        Optional<GrantId> grant = items.lockGrant(order);
        Optional<OrderItems.Chunk> chunk = items.apply(order, grant.isPresent() || order.is(Approval.APPROVED), after);
        if (chunk.isPresent()) {
            grant.filter(given -> chunk.get().underGrant()).ifPresent(given -> use(given, order));
            items.tally(order, chunk.get());
            news.changed(order);
        }
        return chunk;
    }

    private void use(GrantId grant, ConnectionOrder order) {
        grants.used(Set.of(grant));
        order.under(grant);
        orders.save(order);
    }

    private int refused(OrderId id) {
        ConnectionOrder order = locks.lock(id);
        int refused = order.asksAboutRefused() ? ordered.count(id, "REFUSED") : 0;
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
     * application, as in Tasklist.
     *
     * @return how many licenses the order has changed
     */
    int finish(OrderId id) {
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            UUID after = last.get();
            last = within(() -> publish(id, after));
        }
        return within(() -> {
            ConnectionOrder order = locks.lock(id);
            if (!order.is(State.FINISHED)) {
                if (order.waitsForRefused() && !order.asksAboutRefused()) {
                    items.waitForRefused(id);
                }
                items.leaveOutRefused(id);
                items.lookAgainAtWaiting(id);
                items.tally(order);
                order.finish(clock.instant());
                news.finished(orders.save(order));
            }
            return ordered.count(id, "DONE");
        });
    }

    private Optional<UUID> publish(OrderId id, UUID after) {
        ConnectionOrder order = locks.lock(id);
        if (order.kind() != OrderKind.CONNECT || order.is(State.FINISHED)) {
            return Optional.empty();
        }
        return items.publish(order, after);
    }

    private <T> T within(Supplier<T> step) {
        return Objects.requireNonNull(transactions.execute(status -> step.get()));
    }
}
