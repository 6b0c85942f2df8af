package com.texchange.connections;

import com.texchange.common.ChangeFeed;
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
import org.springframework.context.ApplicationEventPublisher;
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
    private final OrderItems items;
    private final Grants grants;
    private final ConnectionLetters letters;
    private final ChangeFeed feed;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    ConnectionSteps(ConnectionOrderRepository orders, OrderItems items, Grants grants, ConnectionLetters letters,
            ChangeFeed feed, ApplicationEventPublisher events, TransactionOperations transactions, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.grants = grants;
        this.letters = letters;
        this.feed = feed;
        this.events = events;
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
        ConnectionOrder order = locked(id);
        if (!order.is(State.PLACED)) {
            return Optional.empty();
        }
        items.lock(order);
        Optional<GrantId> grant = items.lockGrant(order);
        Optional<OrderItems.Chunk> chunk = items.apply(order, grant.isPresent(), after);
        if (chunk.isPresent()) {
            grant.filter(given -> chunk.get().underGrant()).ifPresent(given -> use(given, order));
            items.tally(order);
            order.changes().forEach(feed::publish);
        }
        return chunk;
    }

    private void use(GrantId grant, ConnectionOrder order) {
        grants.used(Set.of(grant));
        order.under(grant);
        orders.save(order);
    }

    private int refused(OrderId id) {
        ConnectionOrder order = locked(id);
        int refused = order.asksAboutRefused() ? items.count(id, "REFUSED") : 0;
        if (refused > 0 && order.is(State.PLACED)) {
            order.refuse();
            orders.save(order);
            order.changes().forEach(feed::publish);
        }
        return refused;
    }

    /**
     * Publishes what was connected and closes the order. Licenses that are still refused are left out: those of an order that
     * asks nobody, and those that were left out past the application, as in Tasklist.
     *
     * @return how many licenses the order has changed
     */
    int finish(OrderId id) {
        return within(() -> {
            ConnectionOrder order = locked(id);
            if (!order.is(State.FINISHED)) {
                items.lock(order);
                items.leaveOutRefused(id);
                items.publish(order);
                items.tally(order);
                order.finish(clock.instant());
                tell(orders.save(order));
            }
            return items.count(id, "DONE");
        });
    }

    /** An order that another process carries out is confirmed there, as by the last step of an onboarding. */
    private void tell(ConnectionOrder order) {
        int done = items.count(order.id(), "DONE");
        if (done == 0) {
            events.publishEvent(new NothingConnected(order.id()));
        } else if (order.hasOwnProcess()) {
            letters.finished(order, done, null);
        }
        order.changes().forEach(feed::publish);
    }

    private ConnectionOrder locked(OrderId id) {
        return orders.findWithLockById(id).orElseThrow();
    }

    private <T> T within(Supplier<T> step) {
        return Objects.requireNonNull(transactions.execute(status -> step.get()));
    }
}
