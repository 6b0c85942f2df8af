package com.texchange.process;

/**
 * Variables by which people recognize a process in Operate, and by which an incident says whom it concerns. None holds
 * anything about a person.
 */
public final class ProcessVariables {

    public static final String DISTRIBUTOR_CODE = "distributorCode";
    /** An organization's; null for one that is a person in law. */
    public static final String SUPPLIER_NAME = "supplierName";
    /** As above; null also while nobody has taken an invitation up. */
    public static final String DISTRIBUTOR_NAME = "distributorName";

    private ProcessVariables() {
    }
}
