package com.texchange.process;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees every call to the engine and says once that it cannot be reached, once that it can again. The client itself
 * would say it for every job type and attempt, so its loggers are turned down. While the engine is away, every call is an
 * occasion to connect again: gRPC left to itself pauses up to two minutes after a long outage.
 */
@Component
class EngineReachability implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(EngineReachability.class);

    private static final long BETWEEN_CONNECTS = Duration.ofSeconds(1).toNanos();

    private final ApplicationEventPublisher events;
    private final AtomicReference<State> state = new AtomicReference<>(State.UNKNOWN);
    private final AtomicLong lastConnect = new AtomicLong(System.nanoTime());

    EngineReachability(ApplicationEventPublisher events) {
        this.events = events;
    }

    private enum State {
        UNKNOWN, REACHED, UNREACHABLE, CLOSING
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        connectSoon(next);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(watched(listener), headers);
            }
        };
    }

    /** Whether the last that was heard of the engine is that it cannot be reached. */
    boolean isAway() {
        return state.get() == State.UNREACHABLE;
    }

    private void connectSoon(Channel channel) {
        if (isAway() && channel instanceof ManagedChannel managed) {
            long last = lastConnect.get();
            long now = System.nanoTime();
            if (now - last > BETWEEN_CONNECTS && lastConnect.compareAndSet(last, now)) {
                managed.resetConnectBackoff();
            }
        }
    }

    private <A> ClientCall.Listener<A> watched(ClientCall.Listener<A> listener) {
        return new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A message) {
                reached();
                super.onMessage(message);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
                if (status.getCode() == Status.Code.UNAVAILABLE) {
                    unreachable(status);
                }
                super.onClose(status, trailers);
            }
        };
    }

    private void reached() {
        State before = state.getAndUpdate(now -> now == State.CLOSING ? now : State.REACHED);
        if (before == State.UNREACHABLE || before == State.UNKNOWN) {
            LOG.info("Connected to Camunda");
        }
        if (before == State.UNREACHABLE) {
            // Not in gRPC's thread: who listens may wait for a database connection.
            Thread.ofVirtual().name("engine-is-back").start(() -> events.publishEvent(new EngineIsBack()));
        }
    }

    private void unreachable(Status status) {
        State before = state.getAndUpdate(now -> now == State.CLOSING ? now : State.UNREACHABLE);
        if (before == State.REACHED || before == State.UNKNOWN) {
            LOG.warn("Camunda cannot be reached; what people do is kept and sent later: {}",
                    status.getCause() == null ? status.getDescription() : status.getCause().getMessage());
        }
    }

    /** Closing the client breaks its open calls off, which is no outage. */
    @EventListener
    void closing(ContextClosedEvent event) {
        state.set(State.CLOSING);
    }
}
