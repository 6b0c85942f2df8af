package com.texchange.connections;

import com.texchange.common.OrderId;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface ConnectionOrderRepository extends Repository<ConnectionOrder, OrderId> {

    ConnectionOrder save(ConnectionOrder order);

    Optional<ConnectionOrder> findById(OrderId id);

    /** Steps of one order run one at a time, even when the engine hands out a job twice. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ConnectionOrder> findWithLockById(OrderId id);
}
