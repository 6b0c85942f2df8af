package com.texchange.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.Topology;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health {@code camunda}: up when the gateway answers, has a healthy broker and is not another installation's, which the
 * error {@code UNKNOWN_ENGINE} tells; and when no worker has lost jobs and would stop ({@code WORKERS_STALLED}).
 */
@Component
class CamundaHealthIndicator implements HealthIndicator {

    static final String ERROR = "error";
    static final String UNKNOWN_ENGINE = "UNKNOWN_ENGINE";
    static final String WORKERS_STALLED = "WORKERS_STALLED";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final CamundaClient client;
    private final ProcessDeployment deployment;
    private final TakenJobs taken;

    CamundaHealthIndicator(CamundaClient client, ProcessDeployment deployment, TakenJobs taken) {
        this.client = client;
        this.deployment = deployment;
        this.taken = taken;
    }

    @Override
    public Health health() {
        try {
            Topology topology = client.newTopologyRequest().requestTimeout(TIMEOUT).send()
                    .join(TIMEOUT.toMillis() + 500, TimeUnit.MILLISECONDS);
            return of(topology);
        } catch (RuntimeException e) {
            // The message may hold addresses; the log has it.
            return Health.down()
                    .withDetail(ERROR, e instanceof ClientStatusException status
                            ? status.getStatusCode().name() : e.getClass().getSimpleName())
                    .build();
        }
    }

    private Health of(Topology topology) {
        if (deployment.isEngineUnknown()) {
            return Health.down().withDetail(ERROR, UNKNOWN_ENGINE).build();
        }
        Map<String, Integer> lost = taken.lost();
        if (!lost.isEmpty()) {
            return Health.down().withDetail(ERROR, WORKERS_STALLED).withDetail("lostJobs", lost).build();
        }
        boolean healthy = topology.getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .map(PartitionInfo::getHealth)
                .anyMatch(PartitionBrokerHealth.HEALTHY::equals);
        return (healthy ? Health.up() : Health.down())
                .withDetail("gatewayVersion", topology.getGatewayVersion())
                .withDetail("brokers", topology.getBrokers().size())
                .withDetail("processesDeployed", deployment.isSettled())
                .build();
    }
}
