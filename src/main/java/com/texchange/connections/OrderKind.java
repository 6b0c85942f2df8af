package com.texchange.connections;

/** What an order does to licenses at a supplier: takes them into its service, or out of it. */
public enum OrderKind {

    CONNECT, DISCONNECT;

    /** What takes back what this has done. */
    OrderKind reverse() {
        return this == CONNECT ? DISCONNECT : CONNECT;
    }
}
