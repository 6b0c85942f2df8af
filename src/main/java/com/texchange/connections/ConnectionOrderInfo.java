package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;

/** What a person asked for in one go: connect licenses of a distributor to a supplier, or disconnect them. */
public record ConnectionOrderInfo(OrderId id, OrderKind kind, CompanyId distributorId, CompanyId supplierId, State state,
        AccountId placedBy) {

    /** Being carried out; waiting for a person because licenses were refused; published. */
    public enum State {
        PLACED, REFUSED, FINISHED
    }
}
