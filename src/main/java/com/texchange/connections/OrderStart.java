package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
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

    OrderStart(OrderTaker taker, ConnectionProcesses processes, OrderLocks locks, ChangeFeed feed) {
        this.taker = taker;
        this.processes = processes;
        this.locks = locks;
        this.feed = feed;
    }

    /** Before its licenses are looked at. */
    void lock(ConnectionOrder order) {
        locks.lockCompanies(order);
    }

    void of(ConnectionOrder order, Actor actor) {
        if (order.kind() != OrderKind.CONNECT || !taker.take(order.info(), actor)) {
            processes.start(order);
        }
        order.changes().forEach(feed::publish);
    }
}
