package com.texchange.licenses.worker;

import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Connects an order's licenses and tells the process how many were refused. Without an order, as when the choice of licenses
 * was completed in Tasklist, there is nothing to connect.
 */
@Component
class ConnectLicensesWorker implements ProcessWorker {

    private final ConnectionOrders orders;

    ConnectLicensesWorker(ConnectionOrders orders) {
        this.orders = orders;
    }

    @Override
    public String jobType() {
        return "connect-licenses";
    }

    @Override
    public Map<String, Object> handle(ProcessJob job) {
        UUID order = job.uuidOrNull("orderId");
        return Map.of("refusedCount", order == null ? 0 : orders.connect(new OrderId(order)));
    }
}
