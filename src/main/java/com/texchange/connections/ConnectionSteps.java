package com.texchange.connections;

import com.texchange.common.ChangeFeed;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The automatic steps of the process {@code license-connection}. Each runs at least once; repeating it changes nothing. */
@Component
@Transactional
class ConnectionSteps {

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final ConnectionLetters letters;
    private final ChangeFeed feed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectionSteps(ConnectionOrderRepository orders, OrderItems items, ConnectionLetters letters, ChangeFeed feed,
            ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.letters = letters;
        this.feed = feed;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Connects what is requested.
     *
     * @return how many licenses are refused
     */
    public int connect(OrderId id) {
        ConnectionOrder order = locked(id);
        if (!order.is(State.PLACED)) {
            return items.count(id, "REFUSED");
        }
        items.connect(order);
        int refused = items.count(id, "REFUSED");
        if (refused > 0) {
            order.refuse();
            orders.save(order);
        }
        order.changes().forEach(feed::publish);
        return refused;
    }

    /**
     * Publishes the connections and closes the order. Licenses that are still refused were left out past the application,
     * as in Tasklist.
     *
     * @return how many licenses are connected
     */
    public int publish(OrderId id) {
        ConnectionOrder order = locked(id);
        if (!order.is(State.FINISHED)) {
            items.leaveOutRefused(id);
            items.publish(order);
            order.finish(clock.instant());
            tell(orders.save(order));
        }
        return items.count(id, "CONNECTED");
    }

    /** An order that another process carries out is confirmed there, as by the last step of an onboarding. */
    private void tell(ConnectionOrder order) {
        int connected = items.count(order.id(), "CONNECTED");
        if (connected == 0) {
            events.publishEvent(new NothingConnected(order.id()));
        } else if (order.hasOwnProcess()) {
            letters.connected(order.info(), connected, null);
        }
        order.changes().forEach(feed::publish);
    }

    private ConnectionOrder locked(OrderId id) {
        return orders.findWithLockById(id).orElseThrow();
    }
}
