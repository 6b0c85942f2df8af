package com.texchange.tasks;

/** Which tasks of the person's groups the inbox shows. */
public enum TaskFilter {
    /** Every one that is open or being processed. */
    ALL,
    /** Of these, those claimed or decided by the person. */
    MINE,
    /** Open and claimed by nobody. */
    UNCLAIMED,
    /** Open and past the due date. */
    OVERDUE,
    /** The history: done in the engine or withdrawn by it. */
    DONE
}
