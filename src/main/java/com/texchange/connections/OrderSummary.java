package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its page and lists tell it.
 *
 * @param placedBy who has placed it; null where that is a person of another house than the reader's
 * @param company  for which company; null for the operator
 * @param bySupplier whether that is its supplier
 * @param grantedAt when the grant was given under which it was placed
 * @param undoes   the order that it takes back
 * @param undoneBy the order that takes this one back, or tries to; null if there is none since it did the last of what it had to wait for
 * @param undone   whether what this one did is taken back, as far as nobody had changed it since, or has taken that back in turn
 * @param done     licenses that it has changed
 * @param open     licenses that wait to be changed, or for a decision
 * @param leftOut  licenses that stayed as they were, each for a reason
 * @param waiting  licenses that are changed once the reason is gone why they are not
 * @param supplier and the code that the distributor has with it; null for a move that no supplier has placed
 * @param toMdmId  of the device to which licenses are moved; null if they stay on theirs
 * @param toAgent  to whom they are moved; null if they stay with their agents, empty for nobody
 * @param approval of a move that a supplier may not do by itself; null for others
 * @param again    whether something stayed as it was that can be tried again
 */
public record OrderSummary(OrderId id, OrderKind kind, ConnectionOrderInfo.State state, @Nullable CompanyId supplierId,
        @Nullable String supplier,
        CompanyId distributorId, String distributor, @Nullable String code, @Nullable String placedBy, @Nullable String company,
        boolean bySupplier, @Nullable Instant grantedAt, @Nullable String reason, Instant placedAt, @Nullable OrderId undoes,
        @Nullable OrderId undoneBy, boolean undone, int done, int open, int leftOut,
        int waiting, @Nullable UUID toMdmId, @Nullable String toAgent, @Nullable Approval approval,
        boolean again) {

    public int all() {
        return done + open + leftOut + waiting;
    }

    /** Whether its distributor is yet to agree. */
    public boolean isAsking() {
        return approval == Approval.ASKED && !isFinished();
    }

    public boolean isFinished() {
        return state == ConnectionOrderInfo.State.FINISHED;
    }
}
