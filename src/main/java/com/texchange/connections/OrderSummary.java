package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as its page and lists tell it.
 *
 * @param placedBy who has placed it
 * @param company  for which company; null for the operator
 * @param undoes   the order that it takes back
 * @param done     licenses that it has changed
 * @param open     licenses that wait to be changed, or for a decision
 * @param leftOut  licenses that stayed as they were, each for a reason
 */
public record OrderSummary(OrderId id, OrderKind kind, ConnectionOrderInfo.State state, CompanyId supplierId, String supplier,
        CompanyId distributorId, String distributor, String code, String placedBy, @Nullable String company,
        @Nullable String reason, Instant placedAt, @Nullable OrderId undoes, int done, int open, int leftOut) {

    public int all() {
        return done + open + leftOut;
    }

    public boolean isFinished() {
        return state == ConnectionOrderInfo.State.FINISHED;
    }
}
