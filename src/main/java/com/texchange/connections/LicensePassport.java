package com.texchange.connections;

import com.texchange.common.OrderId;
import com.texchange.licenses.BlockingEntry;
import com.texchange.licenses.LicenseInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one license, as far as the person may see it.
 *
 * @param assignments where it is and was, and with whom, the latest first
 * @param connections the suppliers in whose service it is, the latest first
 * @param operations  what was done, or tried, with it, the latest first
 * @param blockings   when it was blocked and freed, and why, the latest first
 * @param maintained  whether the person may block and free it
 * @param moved       whether the person may order it to be moved, with or without asking
 * @param outside     whether it is with a distributor that is not in the network of the supplier who reads: nothing can be ordered there
 * @param whole       whether assignments and blockings are all that there are: of others' licenses a supplier does not see who had or
 *                    blocked them. Of connections and operations it sees what concerns itself, whosever the license is
 */
public record LicensePassport(LicenseInfo license, List<Assigned> assignments, List<Connected> connections, List<Operation> operations,
        List<BlockingEntry> blockings, boolean maintained, boolean moved, boolean outside, boolean whole) {

    /** On a device, with an agent, for a time. @param endedAt null today */
    public record Assigned(@Nullable UUID mdmId, @Nullable String agent, Instant assignedAt, @Nullable Instant endedAt) {
    }

    /** In a supplier's service. @param code under which the supplier knows the distributor */
    public record Connected(String supplier, String code, Instant connectedAt) {
    }

    /**
     * What an order has done with the license, or has not.
     *
     * @param verdict why it was left as it was; null if it was changed, or is yet to be
     * @param placedBy null where that is a person of another house than the reader's
     * @param company for which the order was placed; null for the operator
     * @param grantedAt when the grant was given under which it was placed
     */
    public record Operation(OrderId orderId, OrderKind kind, boolean undo, @Nullable String supplier, OrderRow.State state,
            @Nullable Verdict verdict, @Nullable String placedBy, @Nullable String company, @Nullable Instant grantedAt,
            Instant placedAt) {
    }
}
