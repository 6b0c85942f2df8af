package io.camunda.zeebe.process.test.engine;

import com.google.protobuf.GeneratedMessage;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gRPC calls that wait for the engine's answer, under numbers that stay unique across restarts. */
final class GrpcRequests extends GatewayRequestStore {

    private final RequestIds ids = new RequestIds();
    private final Map<Long, Request> waiting = new ConcurrentHashMap<>();

    @Override
    Long registerNewRequest(Class<? extends GeneratedMessage> type, StreamObserver<?> caller) {
        var id = ids.next();
        waiting.put(id, new Request(type, caller));
        return id;
    }

    /** {@code null} for a request that nobody waits for any more. */
    @Override
    Request removeRequest(Long id) {
        return waiting.remove(id);
    }
}
