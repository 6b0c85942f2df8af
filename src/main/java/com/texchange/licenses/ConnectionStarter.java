package com.texchange.licenses;

import com.texchange.common.Actor;

/** Starts the process that carries out an order, within the transaction that places it. */
public interface ConnectionStarter {

    void start(ConnectionOrderInfo order, Actor actor);
}
