package com.texchange.faults;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Between the application and the engine: refuses calls of a kind, or lets them through and loses the answer. */
final class EngineFaults implements ClientInterceptor {

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> refused = new ConcurrentHashMap<>();

    /** @param carriedOut whether the engine gets the call */
    private record Fault(Status status, boolean carriedOut, int times) {

        private @Nullable Fault next() {
            return times == 1 ? null : new Fault(status, carriedOut, times - 1);
        }
    }

    /** The next calls of a method, as the gRPC service names it, are answered so and not carried out. */
    void refuse(String method, Status status, int times) {
        faults.put(method, new Fault(status, false, times));
    }

    /** The next calls of a method are carried out, and the caller hears that the line is broken. */
    void loseAnswers(String method, int times) {
        faults.put(method, new Fault(Status.UNAVAILABLE.withDescription("lost"), true, times));
    }

    boolean areOver() {
        return faults.isEmpty();
    }

    /** When calls of a method met a fault. */
    List<Instant> metBy(String method) {
        return refused.getOrDefault(method, List.of());
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        Fault fault = take(method.getBareMethodName());
        ClientCall<Q, A> call = next.newCall(method, options);
        if (fault == null) {
            return call;
        }
        return fault.carriedOut() ? new AnswerLost<>(call, fault.status()) : new Refused<>(call, fault.status());
    }

    private @Nullable Fault take(@Nullable String method) {
        Fault[] taken = new Fault[1];
        faults.computeIfPresent(String.valueOf(method), (name, fault) -> {
            taken[0] = fault;
            refused.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(Instant.now());
            return fault.next();
        });
        return taken[0];
    }

    private static final class AnswerLost<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final Status status;

        private AnswerLost(ClientCall<Q, A> call, Status status) {
            super(call);
            this.status = status;
        }

        @Override
        public void start(Listener<A> caller, Metadata headers) {
            super.start(new SimpleForwardingClientCallListener<>(caller) {
                @Override
                public void onMessage(A message) {
                    // Lost.
                }

                @Override
                public void onClose(Status ignored, Metadata trailers) {
                    super.onClose(status, trailers);
                }
            }, headers);
        }
    }

    private static final class Refused<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final Status status;

        private Refused(ClientCall<Q, A> call, Status status) {
            super(call);
            this.status = status;
        }

        @Override
        public void start(Listener<A> caller, Metadata headers) {
            caller.onClose(status, new Metadata());
        }

        @Override
        public void sendMessage(Q message) {
            // Nobody hears it.
        }

        @Override
        public void halfClose() {
            // Never begun.
        }

        @Override
        public void request(int messages) {
            // Never begun.
        }

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            // Never begun.
        }
    }
}
