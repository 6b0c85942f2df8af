package com.texchange.licenses;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Orders to connect licenses, from the click to the published connections. */
@Service
public class ConnectionOrders {

    /**
     * Places an order for a distributor's own licenses and starts its process.
     *
     * @throws com.texchange.common.RefusedException if nothing is selected, the supplier is no partner, a license is
     *     another's, or all of them are connected already
     */
    public ConnectionOrder place(CompanyId supplier, Set<LicenseId> licenses, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public ConnectionOrder get(OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** How many licenses an order has connected. */
    public int connectedCount(OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** The licenses that were refused, by number; at most 100. */
    public List<RefusedLicense> refused(OrderId id) {
        throw new UnsupportedOperationException();
    }

    /** A person's decision on refused licenses: try again (true) or leave them out; within the caller's transaction. */
    public void resolve(OrderId id, boolean retry) {
        throw new UnsupportedOperationException();
    }
}
