package com.texchange.licenses;

import com.texchange.common.OrderId;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<PlacedOrder, OrderId> {

    PlacedOrder save(PlacedOrder order);

    Optional<PlacedOrder> findById(OrderId id);

    /** Steps of one order run one at a time, even when the engine hands out a job twice. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PlacedOrder> findWithLockById(OrderId id);
}
