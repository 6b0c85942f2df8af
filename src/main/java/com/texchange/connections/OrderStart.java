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
    private final ChangeFeed feed;

    OrderStart(OrderTaker taker, ConnectionProcesses processes, ChangeFeed feed) {
        this.taker = taker;
        this.processes = processes;
        this.feed = feed;
    }

    void of(ConnectionOrder order, Actor actor) {
        if (order.kind() != OrderKind.CONNECT || !taker.take(order.info(), actor)) {
            processes.start(order);
        }
        order.changes().forEach(feed::publish);
    }
}
