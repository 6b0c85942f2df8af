package com.texchange.licenses.worker;

import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Connects an order's licenses and tells the process how many were refused. */
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
        return Map.of("refusedCount", orders.connect(new OrderId(job.uuid("orderId"))));
    }
}
