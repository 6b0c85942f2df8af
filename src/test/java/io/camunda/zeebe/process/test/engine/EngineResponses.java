package io.camunda.zeebe.process.test.engine;

import com.google.protobuf.GeneratedMessage;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the engine's answers to whoever asked, over gRPC or REST. The engine fills in one answer at a time, on one
 * thread.
 *
 * <p>A caller that has hung up must never disturb the engine, so failures to deliver end here.
 */
final class EngineResponses implements CommandResponseWriter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineResponses.class);

    private final GrpcRequests grpcRequests;
    private final RestRequests restRequests;
    private final GrpcResponseMapper mapper = new GrpcResponseMapper();
    private final ExpandableArrayBuffer valueBytes = new ExpandableArrayBuffer();
    private final DirectBuffer value = new UnsafeBuffer();
    private long key;
    private Intent intent = Intent.UNKNOWN;
    private RejectionType rejectionType = RejectionType.NULL_VAL;
    private String rejectionReason = "";

    EngineResponses(GrpcRequests grpcRequests, RestRequests restRequests) {
        this.grpcRequests = grpcRequests;
        this.restRequests = restRequests;
    }

    @Override
    public void tryWriteResponse(int streamId, long requestId) {
        try {
            if (streamId == RestRequests.STREAM_ID) {
                restRequests.answer(requestId, rejection());
            } else {
                Optional.ofNullable(grpcRequests.removeRequest(requestId)).ifPresent(this::answer);
            }
        } catch (RuntimeException failure) {
            LOG.debug("Could not deliver the answer to {}", intent, failure);
        }
    }

    private Optional<RestRequests.Rejection> rejection() {
        return isRejected()
                ? Optional.of(new RestRequests.Rejection(rejectionType, intent, rejectionReason))
                : Optional.empty();
    }

    private boolean isRejected() {
        return rejectionType != RejectionType.NULL_VAL;
    }

    @SuppressWarnings("unchecked") // The store forgets the type that the mapper finds again by the request's class.
    private void answer(GatewayRequestStore.Request request) {
        var caller = (StreamObserver<GeneratedMessage>) request.responseObserver();
        if (isRejected()) {
            var status = mapper.createRejectionResponse(rejectionType, intent, rejectionReason);
            caller.onError(StatusProto.toStatusException(status));
            return;
        }
        GeneratedMessage response;
        try {
            response = mapper.map(request.requestType(), value, key, intent);
        } catch (RuntimeException unknown) {
            caller.onError(Status.INTERNAL.withDescription("No answer for " + intent).withCause(unknown).asException());
            return;
        }
        caller.onNext(response);
        caller.onCompleted();
    }

    @Override
    public CommandResponseWriter partitionId(int ignored) {
        return this;
    }

    @Override
    public CommandResponseWriter key(long key) {
        this.key = key;
        return this;
    }

    @Override
    public CommandResponseWriter intent(Intent intent) {
        this.intent = intent;
        return this;
    }

    @Override
    public CommandResponseWriter recordType(RecordType ignored) {
        return this;
    }

    @Override
    public CommandResponseWriter valueType(ValueType ignored) {
        return this;
    }

    @Override
    public CommandResponseWriter rejectionType(RejectionType type) {
        rejectionType = type;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionReason(DirectBuffer reason) {
        rejectionReason = BufferUtil.bufferAsString(reason);
        return this;
    }

    @Override
    public CommandResponseWriter valueWriter(BufferWriter writer) {
        writer.write(valueBytes, 0);
        value.wrap(valueBytes, 0, writer.getLength());
        return this;
    }
}
