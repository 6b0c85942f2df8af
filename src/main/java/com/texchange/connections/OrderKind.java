package com.texchange.connections;

/** What an order does to licenses: takes them into a supplier's service, out of it, or moves them. */
public enum OrderKind {

    CONNECT, DISCONNECT,
    /** To another device, or to another agent. */
    MOVE;

    /** What takes back what this has done. */
    public OrderKind reverse() {
        return switch (this) {
            case CONNECT -> DISCONNECT;
            case DISCONNECT -> CONNECT;
            case MOVE -> MOVE;
        };
    }
}
