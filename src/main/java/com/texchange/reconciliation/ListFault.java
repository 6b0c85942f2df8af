package com.texchange.reconciliation;

/** What is wrong with a row that can be read. */
enum ListFault {

    /** It names no license. */
    NOTHING_NAMED, NUMBER, ACTIVATION_CODE, DISTRIBUTOR_CODE;

    /** Message key of a few words. */
    String key() {
        return "reconciliation.fault." + name();
    }
}
