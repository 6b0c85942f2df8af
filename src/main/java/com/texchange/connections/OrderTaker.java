package com.texchange.connections;

import com.texchange.common.Actor;

/**
 * Whoever has a process that waits for a distributor's order, as an onboarding's does. The module that owns such processes
 * stands above this one and implements this; {@link NothingConnected} tells it when an order has come to nothing.
 */
public interface OrderTaker {

    /**
     * Takes an order that one of its processes waits for and has that process carry it out, within the transaction that
     * places it.
     *
     * @return false if none waits: the order then gets a process of its own
     */
    boolean take(ConnectionOrderInfo order, Actor actor);
}
