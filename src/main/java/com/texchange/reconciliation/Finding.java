package com.texchange.reconciliation;

import com.texchange.connections.OrderKind;
import org.jspecify.annotations.Nullable;

/** What a comparison has found about a row of the list, or about a license that the list does not name. */
public enum Finding {

    /** Connected, under the same code. */
    AGREES,
    /** In the list only, and its distributor has that code: it can be connected. */
    LIST_ONLY,
    /** In the list only, and its distributor has another code: it can be connected under that one. */
    LIST_ONLY_ELSEWHERE,
    /** In the list only. The supplier sees no such license here, whether there is one or not. */
    UNKNOWN,
    /** Connected, but its distributor has another code. */
    OTHER_CODE,
    /** Connected, and not in the list. */
    EXCHANGE_ONLY,
    /** Another row names it: an earlier one, or one with the right code. */
    TWICE,
    /** The number and the activation code do not belong to one license. */
    CONTRADICTS,
    /** The row cannot be used. */
    MALFORMED;

    /** What an order does about it; null if none puts it right. */
    @Nullable OrderKind putRightBy() {
        return switch (this) {
            case LIST_ONLY, LIST_ONLY_ELSEWHERE -> OrderKind.CONNECT;
            case EXCHANGE_ONLY -> OrderKind.DISCONNECT;
            case AGREES, UNKNOWN, OTHER_CODE, TWICE, CONTRADICTS, MALFORMED -> null;
        };
    }

    /** Whether something can be done about it that neither this page does nor the finding itself says. */
    public boolean isToBePutRightElsewhere() {
        return switch (this) {
            case LIST_ONLY_ELSEWHERE, UNKNOWN, OTHER_CODE, TWICE, CONTRADICTS -> true;
            case AGREES, LIST_ONLY, EXCHANGE_ONLY, MALFORMED -> false;
        };
    }

    /** Message key of what can be done about it; its argument is the code of the distributor here. */
    public String toDoKey() {
        return "reconciliation.toDo." + name();
    }

    /** Message key of its words. */
    public String key() {
        return "reconciliation.finding." + name();
    }
}
