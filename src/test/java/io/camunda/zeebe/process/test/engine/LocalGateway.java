package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The engine's gRPC interface, with what its own version leaves out: polls that wait for jobs, the result of a task
 * listener (denial, corrections) and the variables of a failed job.
 */
final class LocalGateway extends GrpcToLogStreamGateway {

    private static final long DEFAULT_POLL_MILLIS = 10_000;

    private final CommandWriter commands;
    private final GrpcRequests requests;
    private final JobNotices notices;
    private final ScheduledExecutorService timer;

    LocalGateway(Partition partition, int port, ScheduledExecutorService timer) {
        super(
                partition.commands(),
                Partition.ID,
                Partition.COUNT,
                port,
                partition.grpcRequests(),
                partition.jobStreams());
        commands = partition.commands();
        requests = partition.grpcRequests();
        notices = partition.jobNotices();
        this.timer = timer;
    }

    @Override
    public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> caller) {
        if (request.getRequestTimeout() < 0) {
            super.activateJobs(request, caller);
            return;
        }
        var worker = (ServerCallStreamObserver<ActivateJobsResponse>) caller;
        var poll = new JobPoll(request, worker, notices, this::ask, this::giveBack);
        worker.setOnCancelHandler(poll::onCancelled);
        var millis = request.getRequestTimeout() == 0 ? DEFAULT_POLL_MILLIS : request.getRequestTimeout();
        var timeUp = timer.schedule(poll::onTimeUp, millis, TimeUnit.MILLISECONDS);
        worker.setOnCloseHandler(() -> timeUp.cancel(false));
        poll.attempt();
    }

    private void ask(JobPoll poll) {
        super.activateJobs(poll.request(), poll);
    }

    private void giveBack(ActivatedJob job) {
        commands.writeCommandWithKey(job.getKey(), new JobRecord(), jobCommand(JobIntent.YIELD));
    }

    @Override
    public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> caller) {
        if (!request.hasResult()) {
            super.completeJob(request, caller);
            return;
        }
        var job = withVariables(request.getVariables());
        job.setResult(JobResults.of(request.getResult()));
        send(request.getJobKey(), job, JobIntent.COMPLETE, requests.registerNewRequest(request.getClass(), caller));
    }

    @Override
    public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> caller) {
        var job = withVariables(request.getVariables());
        job.setRetries(request.getRetries());
        job.setErrorMessage(request.getErrorMessage());
        job.setRetryBackoff(request.getRetryBackOff());
        send(request.getJobKey(), job, JobIntent.FAIL, requests.registerNewRequest(request.getClass(), caller));
    }

    private static JobRecord withVariables(String json) {
        var job = new JobRecord();
        if (!json.isEmpty()) {
            job.setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json)));
        }
        return job;
    }

    private void send(long jobKey, JobRecord job, JobIntent intent, long requestId) {
        var metadata = jobCommand(intent).requestStreamId(Partition.ID).requestId(requestId);
        commands.writeCommandWithKey(jobKey, job, metadata);
    }

    private static RecordMetadata jobCommand(JobIntent intent) {
        return new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.JOB)
                .intent(intent);
    }
}
