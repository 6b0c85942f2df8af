package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.Partition.HealthEnum;
import io.camunda.client.protocol.rest.Partition.RoleEnum;
import io.camunda.client.protocol.rest.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Describes the engine as a cluster of one broker with one partition. */
final class TopologyRoute {

    private final Supplier<Partition> engine;
    private final IntSupplier purges;
    private final int grpcPort;

    /** @param purges how many there were, the last one's number */
    TopologyRoute(Supplier<Partition> engine, IntSupplier purges, int grpcPort) {
        this.engine = engine;
        this.purges = purges;
        this.grpcPort = grpcPort;
    }

    void addTo(RestServer server) {
        server.add(new RestServer.Route("GET", Pattern.compile("/v2/topology"), request -> topology()));
    }

    private TopologyResponse topology() {
        var self = new io.camunda.client.protocol.rest.Partition()
                .partitionId(Partition.ID)
                .role(RoleEnum.LEADER)
                .health(engine.get().isHealthy() ? HealthEnum.HEALTHY : HealthEnum.DEAD);
        var broker = new BrokerInfo()
                .nodeId(0)
                .host(LocalCamunda.LOOPBACK.getHostAddress())
                .port(grpcPort)
                .version(VersionUtil.getVersion())
                .partitions(List.of(self));
        return new TopologyResponse()
                .brokers(List.of(broker))
                .clusterSize(1)
                .partitionsCount(Partition.COUNT)
                .replicationFactor(1)
                .gatewayVersion(VersionUtil.getVersion())
                .lastCompletedChangeId(Integer.toString(purges.getAsInt()));
    }
}
