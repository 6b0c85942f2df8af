package com.texchange.common;

/** What a person of a company may do for it. The operator's people have none. */
public enum Position {
    /** All: the people, the company's data and grants too. */
    ADMINISTRATOR,
    /** Acts and tasks. */
    LICENSE_MANAGER,
    /** Reads only. */
    READER
}
