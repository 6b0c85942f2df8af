package com.texchange.connections;

import com.texchange.common.OrderId;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the job types of the process {@code license-connection} to its steps. */
@Configuration(proxyBeanMethods = false)
class ConnectionWorkers {

    @Bean
    ProcessWorker connectLicenses(ConnectionSteps steps) {
        return ProcessWorker.of("connect-licenses",
                job -> Map.of("refusedCount", order(job).map(steps::connect).orElse(0)));
    }

    @Bean
    ProcessWorker publishConnections(ConnectionSteps steps) {
        return ProcessWorker.of("publish-connections",
                job -> Map.of("connectedCount", order(job).map(steps::publish).orElse(0)));
    }

    /** None, as when the choice of licenses was completed in Tasklist: then there is nothing to connect. */
    private static Optional<OrderId> order(ProcessJob job) {
        return Optional.ofNullable(job.uuidOrNull("orderId")).map(OrderId::new);
    }
}
