package com.texchange.reconciliation;

/** What a comparison has found about a row of the list, or about a license that the list does not name. */
public enum Finding {

    /** Connected, under the same code. */
    AGREES,
    /** In the list only, and its distributor has that code: it can be connected. */
    LIST_ONLY,
    /** In the list only, and its distributor has another code. */
    LIST_ONLY_ELSEWHERE,
    /** In the list only. The supplier sees no such license here, whether there is one or not. */
    UNKNOWN,
    /** Connected, but its distributor has another code. */
    OTHER_CODE,
    /** Connected, and not in the list. */
    EXCHANGE_ONLY,
    /** An earlier row has named it. */
    TWICE,
    /** The number and the activation code do not belong to one license. */
    CONTRADICTS,
    /** The row cannot be used. */
    MALFORMED;

    /** Message key of its words. */
    public String key() {
        return "reconciliation.finding." + name();
    }
}
