package com.texchange.connections;

import com.texchange.common.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a transaction that changes licenses for an order locks, always in this sequence: its companies, then its row. An order that
 * undoes another holds the former and waits for the latter of that one; the other way round two could wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderLocks {

    private final ConnectionOrderRepository orders;
    private final OrderItems items;

    OrderLocks(ConnectionOrderRepository orders, OrderItems items) {
        this.orders = orders;
        this.items = items;
    }

    /** The order as it stands once its companies and its row are locked. A transaction locks one order only. */
    ConnectionOrder lock(OrderId id) {
        items.lock(orders.findById(id).orElseThrow());
        return orders.findWithLockById(id).orElseThrow();
    }
}
