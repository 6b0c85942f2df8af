package io.camunda.zeebe.process.test.engine;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The gRPC calls under way, to be ended when the engine that would answer them is replaced; clients call again. */
final class OpenCalls implements ServerInterceptor {

    private final Set<Call<?, ?>> open = ConcurrentHashMap.newKeySet();

    @Override
    public <Q, A> Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var watched = new Call<>(call);
        open.add(watched);
        return next.startCall(watched, headers);
    }

    void endAll() {
        List.copyOf(open).forEach(call ->
                call.close(Status.UNAVAILABLE.withDescription("The engine has been purged"), new Metadata()));
    }

    private final class Call<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private boolean closed;

        private Call(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public synchronized void sendHeaders(Metadata headers) {
            if (!closed) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public synchronized void sendMessage(A message) {
            if (!closed) {
                super.sendMessage(message);
            }
        }

        @Override
        public synchronized void close(Status status, Metadata trailers) {
            open.remove(this);
            if (!closed) {
                closed = true;
                super.close(status, trailers);
            }
        }
    }
}
