package com.texchange.connections;

import com.texchange.common.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a transaction that changes licenses for an order locks, always in this sequence: its companies, then its row. An order that
 * undoes another holds the former and waits for the latter of that one; the other way round two could wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderLocks {

    /**
     * Of an order {@code o}: the companies. Nothing of the distributor's moves meanwhile: a move that waited for a license alone would
     * still see a connection that has gone in the meantime, and tell its supplier of it.
     */
    static final String PAIR = """
            select pg_advisory_xact_lock(hashtextextended(case when o.kind = 'MOVE' then 'moves/' || o.distributor_id
                    else 'connections/' || coalesce(o.supplier_id::text, 'null') || '/' || o.distributor_id end, 0)),
                case when o.kind <> 'MOVE' then pg_advisory_xact_lock_shared(hashtextextended('moves/' || o.distributor_id, 0)) end
            """;

    private final ConnectionOrderRepository orders;
    private final JdbcClient jdbc;

    OrderLocks(ConnectionOrderRepository orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** The order as it stands once its companies and its row are locked. A transaction locks one order only. */
    ConnectionOrder lock(OrderId id) {
        return orders.findLockedAfterItsCompanies(id).orElseThrow();
    }

    /**
     * The companies of an order that is not placed yet: until the transaction ends, no other order changes licenses between them,
     * or moves the distributor's, nor is one placed.
     */
    void lockCompanies(ConnectionOrder order) {
        jdbc.sql(PAIR + "from (values (:kind::text, :supplier::uuid, :distributor::uuid)) o (kind, supplier_id, distributor_id)")
                .param("kind", order.kind()).param("supplier", order.supplierId()).param("distributor", order.distributorId())
                .query().listOfRows();
    }
}
