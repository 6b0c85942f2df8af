package com.texchange.connections;

/** What the distributor says to a move of its licenses that a supplier may not do by itself. */
public enum Approval {

    /** It has not answered yet. */
    ASKED,
    APPROVED,
    DENIED,
    /** The supplier has taken its question back. */
    WITHDRAWN
}
