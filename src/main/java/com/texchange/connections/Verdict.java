package com.texchange.connections;

/**
 * What an order would do, or has done, with one license; the same words in the question before it, in its result and in files.
 * The rules stand in {@link Verdicts}.
 */
public enum Verdict {

    /** It will be changed. */
    CHANGES,
    /** It will be moved if its distributor agrees. */
    ASKS,
    /** It is as ordered. */
    ALREADY,
    /** Another order that is under way has it. */
    UNDER_WAY,
    /** Blocked licenses are neither connected nor moved. */
    BLOCKED,
    /** It belongs to the distributor, who has not let the supplier do this. */
    NOT_ALLOWED,
    /** A supplier moves only what is in its service, or its own. */
    NOT_IN_SERVICE,
    /** It is not this distributor's any more. */
    MOVED,
    /** Somebody has changed it since it was ordered, or since what shall be undone. */
    CHANGED_SINCE,
    /** The supplier has taken back what it had asked the distributor for. */
    TAKEN_BACK;

    /** Message key of its words. */
    public String key() {
        return "connections.verdict." + name();
    }
}
