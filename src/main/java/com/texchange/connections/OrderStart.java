package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
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
    private final ChangeFeed feed;
    private final AuditTrail audit;

    OrderStart(OrderTaker taker, ConnectionProcesses processes, OrderLocks locks, ChangeFeed feed, AuditTrail audit) {
        this.taker = taker;
        this.processes = processes;
        this.locks = locks;
        this.feed = feed;
        this.audit = audit;
    }

    /** Before its licenses are looked at. */
    void lock(ConnectionOrder order) {
        locks.lockCompanies(order);
    }

    /** @param licenses how many are in it */
    void of(ConnectionOrder order, int licenses, Actor actor) {
        audit.record(OrderTrail.of(order.undoes() ? AuditKind.ORDER_UNDOING : AuditKind.ORDER_PLACED, order, actor)
                .values(null, Stream.of(order.kind() + " " + licenses, order.toAgent(), order.reason()).filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))));
        if (order.kind() != OrderKind.CONNECT || !taker.take(order.info(), actor)) {
            processes.start(order);
        }
        order.changes().forEach(feed::publish);
    }
}
