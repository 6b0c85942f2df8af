package com.texchange.connections;

import com.texchange.common.OrderId;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface ConnectionOrderRepository extends Repository<ConnectionOrder, OrderId> {

    ConnectionOrder save(ConnectionOrder order);

    Optional<ConnectionOrder> findById(OrderId id);

    /** Steps of one order run one at a time, even when the engine hands out a job twice. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ConnectionOrder> findWithLockById(OrderId id);

    /** A row is locked after all that it is joined with has been read, and then read as it is by that time. */
    @Query("with companies as materialized (" + OrderLocks.PAIR + """
            from connection_order o where o.id = :id)
            select connection_order.* from connection_order cross join companies where connection_order.id = :id
            for no key update of connection_order
            """)
    Optional<ConnectionOrder> findLockedAfterItsCompanies(OrderId id);
}
