package com.texchange.licenses;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders to connect licenses: placed by a distributor's person, carried out by {@link ConnectionSteps}. */
@Service
@Transactional
public class ConnectionOrders {

    /** The most licenses that one order can hold. */
    public static final int MAX_LICENSES = 10_000;

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final Partnerships partnerships;
    private final OrderTaker taker;
    private final ConnectionProcesses processes;
    private final ConnectionLetters letters;
    private final ChangeFeed feed;
    private final Clock clock;

    ConnectionOrders(ConnectionOrderRepository orders, OrderItems items, Partnerships partnerships, OrderTaker taker,
            ConnectionProcesses processes, ConnectionLetters letters, ChangeFeed feed, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.partnerships = partnerships;
        this.taker = taker;
        this.processes = processes;
        this.letters = letters;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Places an order for a distributor's own licenses. The process that waits for it carries it out, else one of its own is
     * started. Licenses that are connected already, or on their way, are left out of it.
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
        if (!taker.take(placed.info(), actor)) {
            processes.start(placed);
        }
        placed.changes().forEach(feed::publish);
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

    /** How many licenses of an order were refused and then left out. */
    @Transactional(readOnly = true)
    public int leftOutCount(OrderId id) {
        return items.count(id, "LEFT_OUT");
    }

    /** The licenses that were refused and are not connected since, also those left out or being tried again; at most 100. */
    @Transactional(readOnly = true)
    public List<RefusedLicense> notConnected(OrderId id) {
        return items.notConnected(id);
    }

    /** The licenses that were refused, by number; at most 100. */
    @Transactional(readOnly = true)
    public List<RefusedLicense> refused(OrderId id) {
        return items.refused(id);
    }

    /**
     * Writes to the people of both companies that licenses are connected, for an order that an onboarding has taken; one with
     * a process of its own is confirmed by that. Repeating it writes no second letter.
     *
     * @param onboarding shows what becomes of the letters
     * @return how many licenses the order has connected
     */
    public int confirm(OrderId id, OnboardingId onboarding) {
        int connected = items.count(id, "CONNECTED");
        letters.connected(get(id), connected, onboarding.value());
        return connected;
    }

    private static void refuseIf(boolean refused, String messageKey, Object... arguments) {
        if (refused) {
            throw new RefusedException(messageKey, arguments);
        }
    }
}
