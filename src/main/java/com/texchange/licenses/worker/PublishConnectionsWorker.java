package com.texchange.licenses.worker;

import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes an order's connections and closes the order. Without an order nothing is connected, see the step before. */
@Component
class PublishConnectionsWorker implements ProcessWorker {

    private final ConnectionOrders orders;

    PublishConnectionsWorker(ConnectionOrders orders) {
        this.orders = orders;
    }

    @Override
    public String jobType() {
        return "publish-connections";
    }

    @Override
    public Map<String, Object> handle(ProcessJob job) {
        UUID id = job.uuidOrNull("orderId");
        if (id == null) {
            return Map.of("connectedCount", 0);
        }
        OrderId order = new OrderId(id);
        orders.publish(order);
        return Map.of("connectedCount", orders.connectedCount(order));
    }
}
