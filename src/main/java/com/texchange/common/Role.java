package com.texchange.common;

/** What a person may do. A person can hold several; the first two come with a company, the others are the operator's. */
public enum Role {
    SUPPLIER, DISTRIBUTOR, SALES, PROCESS_MANAGER, ADMINISTRATOR
}
