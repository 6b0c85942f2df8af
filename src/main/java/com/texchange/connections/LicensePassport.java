package com.texchange.connections;

import com.texchange.common.OrderId;
import com.texchange.licenses.BlockingEntry;
import com.texchange.licenses.LicenseInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one license, as far as the person may see it.
 *
 * @param connections the suppliers in whose service it is, the latest first
 * @param operations  what was done, or tried, with it, the latest first
 * @param blockings   when it was blocked and freed, and why, the latest first
 * @param maintained  whether the person may block and free it
 * @param whole       whether this is all that there is; a supplier sees what concerns itself, and of others' licenses not who blocked them
 */
public record LicensePassport(LicenseInfo license, List<Connected> connections, List<Operation> operations,
        List<BlockingEntry> blockings, boolean maintained, boolean whole) {

    /** In a supplier's service. @param code under which the supplier knows the distributor */
    public record Connected(String supplier, String code, Instant connectedAt) {
    }

    /**
     * What an order has done with the license, or has not.
     *
     * @param verdict why it was left as it was; null if it was changed, or is yet to be
     * @param company for which the order was placed; null for the operator
     * @param grantedAt when the grant was given under which it was placed
     */
    public record Operation(OrderId orderId, OrderKind kind, boolean undo, String supplier, OrderRow.State state,
            @Nullable Verdict verdict, String placedBy, @Nullable String company, @Nullable Instant grantedAt,
            Instant placedAt) {
    }
}
