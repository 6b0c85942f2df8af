package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.Topology;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class CamundaHealthIndicatorTest {

    private final CamundaClient client = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
    private final ProcessDeployment deployment = mock();
    private final AtomicLong nanos = new AtomicLong();
    private final TakenJobs taken = new TakenJobs(Duration.ofMinutes(2), nanos::get);
    private final CamundaHealthIndicator indicator = new CamundaHealthIndicator(client, deployment, taken);

    @Test
    void isUpWithAHealthyPartition() {
        Topology answer = topology(PartitionBrokerHealth.HEALTHY);
        when(client.newTopologyRequest().requestTimeout(any()).send().join(anyLong(), any())).thenReturn(answer);

        assertThat(indicator.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void isDownWhenNoPartitionIsHealthy() {
        Topology answer = topology(PartitionBrokerHealth.UNHEALTHY);
        when(client.newTopologyRequest().requestTimeout(any()).send().join(anyLong(), any())).thenReturn(answer);

        assertThat(indicator.health().getStatus().getCode()).isEqualTo("DOWN");
    }

    @Test
    void isDownWithTheReasonWhenItIsAnotherEngine() {
        Topology answer = topology(PartitionBrokerHealth.HEALTHY);
        when(client.newTopologyRequest().requestTimeout(any()).send().join(anyLong(), any())).thenReturn(answer);
        when(deployment.isEngineUnknown()).thenReturn(true);

        Health health = indicator.health();

        assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
        assertThat(health.getDetails()).containsOnly(Map.entry("error", "UNKNOWN_ENGINE"));
    }

    @Test
    void isDownWithTheJobTypesWhoseWorkersHaveLostJobs() {
        Topology answer = topology(PartitionBrokerHealth.HEALTHY);
        when(client.newTopologyRequest().requestTimeout(any()).send().join(anyLong(), any())).thenReturn(answer);
        taken.by("send-invitation").jobActivated(1);

        assertThat(indicator.health().getStatus().getCode()).isEqualTo("UP");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        Health health = indicator.health();

        assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
        assertThat(health.getDetails()).containsOnly(Map.entry("error", "WORKERS_STALLED"),
                Map.entry("lostJobs", Map.of("send-invitation", 1)));
    }

    @Test
    void isDownWithTheKindOfErrorAndNoMoreWhenTheEngineIsAway() {
        when(client.newTopologyRequest().requestTimeout(any()).send().join(anyLong(), any()))
                .thenThrow(new ClientStatusException(Status.UNAVAILABLE.withDescription("app:secret@host"), null));

        Health health = indicator.health();

        assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
        assertThat(health.getDetails()).containsOnly(Map.entry("error", "UNAVAILABLE"));
    }

    private static Topology topology(PartitionBrokerHealth health) {
        PartitionInfo partition = mock();
        when(partition.getHealth()).thenReturn(health);
        BrokerInfo broker = mock();
        when(broker.getPartitions()).thenReturn(List.of(partition));
        Topology topology = mock();
        when(topology.getBrokers()).thenReturn(List.of(broker));
        when(topology.getGatewayVersion()).thenReturn("8.8.0");
        return topology;
    }
}
