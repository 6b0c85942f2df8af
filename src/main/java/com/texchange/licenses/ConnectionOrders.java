package com.texchange.licenses;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrderInfo.State;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders to connect licenses, from the click to the published connections. */
@Service
@Transactional
public class ConnectionOrders {

    /** The most licenses that one order can hold. */
    public static final int MAX_LICENSES = 10_000;

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final Partnerships partnerships;
    private final ConnectionStarter starter;
    private final ChangeFeed feed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectionOrders(ConnectionOrderRepository orders, OrderItems items, Partnerships partnerships, ConnectionStarter starter,
            ChangeFeed feed, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.partnerships = partnerships;
        this.starter = starter;
        this.feed = feed;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Places an order for a distributor's own licenses and starts its process. Licenses that are connected already, or
     * on their way, are left out of it.
     *
     * @throws RefusedException if nothing or more than {@value #MAX_LICENSES} licenses are selected, the supplier is
     *     no partner, a license is another's, or all of them are connected already
     */
    public ConnectionOrderInfo place(CompanyId supplier, Set<LicenseId> licenses, Actor actor) {
        CompanyId distributor = actor.companyAs(Role.DISTRIBUTOR);
        refuseIf(licenses.isEmpty(), "licenses.nothingSelected");
        refuseIf(licenses.size() > MAX_LICENSES, "licenses.tooManySelected", MAX_LICENSES);
        refuseIf(partnerships.find(supplier, distributor).isEmpty(), "licenses.notPartner");
        refuseIf(items.lockOwn(distributor, licenses) < licenses.size(), "licenses.notOwn");
        List<LicenseId> connectable = items.connectable(supplier, licenses);
        refuseIf(connectable.isEmpty(), "licenses.connectedAlready");

        ConnectionOrder placed = orders.save(ConnectionOrder.place(distributor, supplier, actor.id(), clock.instant()));
        items.request(placed.id(), connectable);
        starter.start(placed.info(), actor);
        announce(placed);
        return placed.info();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public ConnectionOrderInfo get(OrderId id) {
        return orders.findById(id).orElseThrow().info();
    }

    /** How many licenses an order has connected. */
    @Transactional(readOnly = true)
    public int connectedCount(OrderId id) {
        return items.count(id, "CONNECTED");
    }

    /** How many licenses of an order are refused and wait for a decision. */
    @Transactional(readOnly = true)
    public int refusedCount(OrderId id) {
        return items.count(id, "REFUSED");
    }

    /** The licenses that were refused, by number; at most 100. */
    @Transactional(readOnly = true)
    public List<RefusedLicense> refused(OrderId id) {
        return items.refused(id);
    }

    /** Locks an order until the transaction ends, for whoever changes more than the order and has to begin with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(OrderId id) {
        orders.findWithLockById(id).orElseThrow();
    }

    /**
     * What has been decided on an order's refused licenses: to try again (true) or not; empty while a person has to
     * decide. Locks the order, so that the answer holds until the transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Boolean> decisionOnRefused(OrderId id) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        return order.is(State.REFUSED) ? Optional.empty()
                : Optional.of(order.is(State.PLACED) && items.count(id, "REQUESTED") > 0);
    }

    /**
     * A person's decision on refused licenses: try again (true) or leave them out; within the caller's transaction.
     * Changes nothing when there is nothing to decide.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resolve(OrderId id, boolean retry) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (!order.is(State.REFUSED)) {
            return;
        }
        if (retry) {
            items.retryRefused(id);
        } else {
            items.leaveOutRefused(id);
        }
        order.resume();
        announce(orders.save(order));
    }

    /**
     * The process' step that connects what is requested; repeating it changes nothing.
     *
     * @return how many licenses are refused
     */
    public int connect(OrderId id) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (order.is(State.PLACED)) {
            items.connect(order);
            int refused = items.count(id, "REFUSED");
            if (refused > 0) {
                order.refuse();
                order = orders.save(order);
            }
            announce(order);
            return refused;
        }
        return items.count(id, "REFUSED");
    }

    /**
     * The process' step that publishes the connections and tells {@link LicensesConnected}, once. Licenses that are still
     * refused were left out past the application, as in Tasklist.
     */
    public void publish(OrderId id) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (order.is(State.FINISHED)) {
            return;
        }
        items.leaveOutRefused(id);
        items.publish(order);
        order.finish(clock.instant());
        ConnectionOrder finished = orders.save(order);
        events.publishEvent(new LicensesConnected(id, finished.supplierId(), finished.distributorId(),
                items.count(id, "CONNECTED")));
        announce(finished);
    }

    private void announce(ConnectionOrder order) {
        feed.publish(new Change(Change.Topic.LICENSES, order.distributorId().toString()));
        feed.publish(new Change(Change.Topic.LICENSES, order.supplierId().toString()));
    }

    private static void refuseIf(boolean refused, String messageKey, Object... arguments) {
        if (refused) {
            throw new RefusedException(messageKey, arguments);
        }
    }
}
