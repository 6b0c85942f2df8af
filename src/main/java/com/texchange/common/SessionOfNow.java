package com.texchange.common;

/** The session of whoever is at this page; {@code accounts} provides it. For what takes long: each request is looked at when it comes. */
public interface SessionOfNow {

    /** Whether the account, its roles and what else the session stands on are still as they were. */
    boolean goesOn();
}
