package com.texchange.connections;

/**
 * What an order would do, or has done, with one license; the same words in the question before it, in its result and in files.
 * The rules stand in {@link Verdicts}.
 */
public enum Verdict {

    /** It will be changed. */
    CHANGES,
    /** It is as ordered. */
    ALREADY,
    /** Another order that is under way has it. */
    UNDER_WAY,
    /** Blocked licenses are not connected. */
    BLOCKED,
    /** It belongs to the distributor, who has not let the supplier do this. */
    NOT_ALLOWED,
    /** It is not this distributor's any more. */
    MOVED,
    /** Somebody has changed it since what shall be undone. */
    CHANGED_SINCE;

    /** Message key of its words. */
    public String key() {
        return "connections.verdict." + name();
    }
}
