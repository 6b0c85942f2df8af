package com.texchange.benchmark;

import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Tells when the application's steps have been committed, and when the engine has heard of it, without asking anybody for it. */
@TestComponent
class AnsweredJobs implements BeanPostProcessor, ClientInterceptor {

    private final Map<String, CompletableFuture<Long>> answered = new ConcurrentHashMap<>();
    private final Map<Long, Step> committed = new ConcurrentHashMap<>();

    private record Step(String name, long at) {
    }

    /**
     * Waits until the engine has the answer to a step.
     *
     * @param step       its element in the process
     * @param onboarding or order that it is about
     * @return when it was committed, by {@link System#nanoTime}
     */
    long await(String step, String onboarding) throws Exception {
        return future(step + onboarding).get(1, TimeUnit.MINUTES);
    }

    void forget() {
        answered.clear();
        committed.clear();
    }

    private CompletableFuture<Long> future(String name) {
        return answered.computeIfAbsent(name, unknown -> new CompletableFuture<>());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ProcessWorker worker ? ProcessWorker.of(worker.jobType(), job -> {
            Map<String, Object> result = worker.handle(job);
            if (!worker.jobType().equals("user-task-completing")) {
                committed.put(job.key(), new Step(job.elementId() + onboarding(job), System.nanoTime()));
            }
            return result;
        }) : bean;
    }

    private static String onboarding(ProcessJob job) {
        return String.valueOf(job.variables().get("onboardingId"));
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

            private long job;

            @Override
            public void sendMessage(Q message) {
                if (message instanceof CompleteJobRequest complete) {
                    job = complete.getJobKey();
                }
                super.sendMessage(message);
            }

            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new SimpleForwardingClientCallListener<>(listener) {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        Step step = job == 0 ? null : committed.remove(job);
                        if (step != null) {
                            future(step.name()).complete(step.at());
                        }
                        super.onClose(status, trailers);
                    }
                }, headers);
            }
        };
    }
}
