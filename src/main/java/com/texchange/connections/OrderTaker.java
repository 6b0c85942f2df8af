package com.texchange.connections;

import com.texchange.common.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whoever has a process that waits for a distributor's order, as an onboarding's does. The module that owns such processes
 * stands above this one and implements this; {@link NothingConnected} tells it when an order has come to nothing.
 */
public interface OrderTaker {

    /**
     * Takes an order that one of its processes waits for and has that process carry it out, within the transaction that
     * places it, or in which it goes on with what it had to wait for.
     *
     * @param actor  who places it; null for an order that goes on
     * @return false if none waits: the order then gets a process of its own
     */
    boolean take(ConnectionOrderInfo order, @Nullable Actor actor);
}
