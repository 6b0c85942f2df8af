package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.TypedText;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OrderId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives an order that was placed just now to the process that carries it out: the one that waits for it, or one of its own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderStart {

    private final OrderTaker taker;
    private final ConnectionProcesses processes;
    private final OrderLocks locks;
    private final WaitingLicenses waiting;
    private final ChangeFeed feed;
    private final AuditTrail audit;

    OrderStart(OrderTaker taker, ConnectionProcesses processes, OrderLocks locks, WaitingLicenses waiting, ChangeFeed feed,
            AuditTrail audit) {
        this.taker = taker;
        this.processes = processes;
        this.locks = locks;
        this.waiting = waiting;
        this.feed = feed;
        this.audit = audit;
    }

    /** Before its licenses are looked at. What it takes back waits for nothing any more. */
    void lock(ConnectionOrder order, Actor actor) {
        locks.lockCompanies(order);
        OrderId undone = order.undone();
        if (undone != null) {
            waiting.takenBack(undone, order, actor);
        }
    }

    /**
     * @param licenses how many are in it
     * @param open     whether any can be changed now; an order of which all wait is nothing for another process to wait for
     */
    void of(ConnectionOrder order, int licenses, boolean open, Actor actor) {
        audit.record(OrderTrail.of(order.undoes() ? AuditKind.ORDER_UNDOING : AuditKind.ORDER_PLACED, order, actor)
                .values(null, Stream.of(order.kind() + " " + licenses, TypedText.ofNullable(order.toAgent()),
                        TypedText.ofNullable(order.reason())).filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))));
        if (order.kind() != OrderKind.CONNECT || !open || !taker.take(order.info(), actor)) {
            processes.start(order);
        }
        order.changes().forEach(feed::publish);
    }
}
