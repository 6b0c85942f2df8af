package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for in one go: connect licenses of a distributor to a supplier, disconnect them, or move them.
 *
 * @param supplierId of a move null, unless the supplier has placed it
 */
public record ConnectionOrderInfo(OrderId id, OrderKind kind, CompanyId distributorId, @Nullable CompanyId supplierId, State state,
        AccountId placedBy) {

    /** Being carried out; waiting for a person because licenses were refused; published. */
    public enum State {
        PLACED, REFUSED, FINISHED
    }
}
