package com.texchange.connections;

import com.texchange.common.OrderId;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the job types of the processes {@code license-connection}, {@code license-disconnection} and {@code license-move} to their steps. */
@Configuration(proxyBeanMethods = false)
class ConnectionWorkers {

    @Bean
    ProcessWorker connectLicenses(ConnectionSteps steps) {
        return ProcessWorker.of("connect-licenses",
                job -> Map.of("refusedCount", order(job).map(steps::carryOut).orElse(0)));
    }

    @Bean
    ProcessWorker publishConnections(ConnectionSteps steps) {
        return ProcessWorker.of("publish-connections",
                job -> Map.of("connectedCount", order(job).map(steps::finish).orElse(0)));
    }

    @Bean
    ProcessWorker disconnectLicenses(ConnectionSteps steps) {
        return ProcessWorker.of("disconnect-licenses",
                job -> Map.of("refusedCount", order(job).map(steps::carryOut).orElse(0)));
    }

    @Bean
    ProcessWorker confirmDisconnection(ConnectionSteps steps) {
        return ProcessWorker.of("confirm-disconnection",
                job -> Map.of("disconnectedCount", order(job).map(steps::finish).orElse(0)));
    }

    @Bean
    ProcessWorker moveLicenses(ConnectionSteps steps) {
        return ProcessWorker.of("move-licenses", job -> Map.of("refusedCount", order(job).map(id -> steps.move(id,
                Boolean.TRUE.equals(job.variables().get(MoveApprovals.APPROVED)))).orElse(0)));
    }

    @Bean
    ProcessWorker confirmMove(ConnectionSteps steps) {
        return ProcessWorker.of("confirm-move",
                job -> Map.of("movedCount", order(job).map(steps::finish).orElse(0)));
    }

    /** None, as when the choice of licenses was completed in Tasklist: then there is nothing to connect. */
    private static Optional<OrderId> order(ProcessJob job) {
        return Optional.ofNullable(job.uuidOrNull("orderId")).map(OrderId::new);
    }
}
