package com.texchange.tasks;

/** Which tasks of the person's groups the inbox shows; always those that are open or being processed. */
public enum TaskFilter {
    /** Every one. */
    ALL,
    /** Claimed or decided by the person. */
    MINE,
    /** Open and claimed by nobody. */
    UNCLAIMED,
    /** Open and past the due date. */
    OVERDUE
}
