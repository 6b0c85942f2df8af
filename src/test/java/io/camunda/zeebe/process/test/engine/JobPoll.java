package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Consumer;

/**
 * One worker's request for jobs, held open until there are some or its time is up, as a real cluster does.
 *
 * <p>It receives the engine's answers itself and passes on only the last one.
 */
final class JobPoll implements StreamObserver<ActivateJobsResponse> {

    private final ActivateJobsRequest request;
    private final ServerCallStreamObserver<ActivateJobsResponse> worker;
    private final JobNotices notices;
    private final Consumer<JobPoll> ask;
    private final Consumer<ActivatedJob> giveBack;
    private final Runnable retry = this::attempt;
    private long seen;
    private boolean timeUp;
    private boolean ended;

    JobPoll(
            ActivateJobsRequest request,
            ServerCallStreamObserver<ActivateJobsResponse> worker,
            JobNotices notices,
            Consumer<JobPoll> ask,
            Consumer<ActivatedJob> giveBack) {
        this.request = request;
        this.worker = worker;
        this.notices = notices;
        this.ask = ask;
        this.giveBack = giveBack;
    }

    ActivateJobsRequest request() {
        return request;
    }

    /** Asks the engine for jobs; its answer comes to {@link #onNext}. */
    void attempt() {
        synchronized (this) {
            if (ended) {
                return;
            }
            seen = notices.count(request.getType());
        }
        ask.accept(this);
    }

    @Override
    public void onNext(ActivateJobsResponse response) {
        if (response.getJobsCount() > 0) {
            deliver(response);
        } else if (!restsOrEnds()) {
            attempt();
        }
    }

    private synchronized boolean restsOrEnds() {
        if (ended) {
            return true;
        }
        if (timeUp) {
            end();
            return true;
        }
        return notices.await(request.getType(), seen, retry);
    }

    private synchronized void deliver(ActivateJobsResponse response) {
        if (ended || worker.isCancelled()) {
            returnJobs(response.getJobsList());
            return;
        }
        ended = true;
        worker.onNext(response);
        worker.onCompleted();
    }

    /** Nobody will work on these: make them available to others now instead of when their timeout ends. */
    private void returnJobs(List<ActivatedJob> jobs) {
        jobs.forEach(giveBack);
    }

    /** Ends the poll without jobs: now if it waits for work, otherwise when the engine's answer to it brings none. */
    void onTimeUp() {
        var waited = notices.forget(request.getType(), retry);
        synchronized (this) {
            timeUp = true;
            if (waited && !ended) {
                end();
            }
        }
    }

    void onCancelled() {
        notices.forget(request.getType(), retry);
        synchronized (this) {
            ended = true;
        }
    }

    private void end() {
        ended = true;
        worker.onCompleted();
    }

    @Override
    public synchronized void onError(Throwable refusal) {
        if (!ended) {
            ended = true;
            worker.onError(refusal);
        }
    }

    @Override
    public void onCompleted() {
        // The engine ends each attempt; the poll ends when the worker is served.
    }
}
