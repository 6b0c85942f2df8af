package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.api.worker.JobWorkerBuilderStep1;
import io.camunda.client.api.worker.JobWorkerBuilderStep1.JobWorkerBuilderStep2;
import io.camunda.client.api.worker.JobWorkerBuilderStep1.JobWorkerBuilderStep3;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class JobWorkersTest {

    private static final EngineReachability REACHABILITY = new EngineReachability(event -> { });

    private final CamundaClient client = mock();
    private final JobWorker opened = mock();
    private final JobWorkerBuilderStep1 type = mock();
    private final JobWorkerBuilderStep2 handler = mock();
    private final JobWorkerBuilderStep3 settings = mock(JobWorkerBuilderStep3.class, Answers.RETURNS_SELF);
    private final JobClient jobs = mock(JobClient.class, RETURNS_DEEP_STUBS);
    private final ActivatedJob job = mock();

    @Test
    void refusesTwoWorkersForOneJobType() {
        List<ProcessWorker> workers = List.of(worker("send-invitation", null), worker("send-invitation", null));

        assertThatThrownBy(() -> workers(workers, "20s"))
                .hasMessage("More than one worker for job type 'send-invitation'");
    }

    @Test
    void letsARunningHandlerFinishAndTakesNoMoreJobs() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        JobWorkers workers = workers(List.of(worker("send-invitation", goOn)), "20s");
        JobHandler handling = start(workers);
        Thread running = Thread.ofVirtual().start(() -> handle(handling));
        await().until(() -> running.getState() == Thread.State.WAITING);

        Thread stopping = Thread.ofVirtual().start(workers::stop);
        await().until(() -> !workers.isRunning());
        verify(opened).close();
        handle(handling);
        verify(jobs).newFailCommand(job);
        assertThat(stopping.isAlive()).isTrue();

        goOn.countDown();
        assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
        verify(jobs).newCompleteCommand(job);
    }

    @Test
    void waitsForAHandlerNoLongerThanTheDrainTimeout() {
        CountDownLatch never = new CountDownLatch(1);
        JobWorkers workers = workers(List.of(worker("send-invitation", never)), "50ms");
        JobHandler handling = start(workers);
        Thread running = Thread.ofVirtual().start(() -> handle(handling));
        await().until(() -> running.getState() == Thread.State.WAITING);

        workers.stop();

        verify(jobs, never()).newCompleteCommand(job);
        running.interrupt();
    }

    @Test
    void opensItsWorkersAgainAfterAStop() {
        JobWorkers workers = workers(List.of(worker("send-invitation", null)), "20s");
        start(workers);
        workers.stop();
        assertThat(workers.isRunning()).isFalse();

        handle(start(workers));

        verify(jobs).newCompleteCommand(job);
        verify(settings, times(2)).open();
    }

    @Test
    void takesNoJobsOfAnEngineThatIsNotKnownYet() {
        JobWorkers workers = workers(List.of(worker("send-invitation", null)), "20s");

        workers.start();
        verifyNoInteractions(client);
        workers.stop();
        workers.recognized(new EngineRecognized());
        verifyNoInteractions(client);

        start(workers);
        workers.recognized(new EngineRecognized());
        verify(settings, times(1)).open();
    }

    private JobWorkers workers(List<ProcessWorker> workers, String drainTimeout) {
        CamundaProperties properties = properties(drainTimeout);
        return new JobWorkers(client, properties, REACHABILITY, new TakenJobs(properties), workers,
                ProcessTexts.failureWords(), event -> { });
    }

    private JobHandler start(JobWorkers workers) {
        when(client.newWorker()).thenReturn(type);
        when(type.jobType(any())).thenReturn(handler);
        ArgumentCaptor<JobHandler> handling = ArgumentCaptor.captor();
        when(handler.handler(handling.capture())).thenReturn(settings);
        when(settings.maxJobsActive(anyInt())).thenReturn(settings);
        when(settings.streamEnabled(anyBoolean())).thenReturn(settings);
        when(settings.open()).thenReturn(opened);
        workers.start();
        workers.recognized(new EngineRecognized());
        return handling.getValue();
    }

    private void handle(JobHandler handling) {
        try {
            handling.handle(jobs, job);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessWorker worker(String jobType, CountDownLatch waitsFor) {
        return ProcessWorker.withoutResult(jobType, given -> {
            try {
                if (waitsFor != null) {
                    waitsFor.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static CamundaProperties properties(String drainTimeout) {
        return new Binder(new MapConfigurationPropertySource(Map.of("t-exchange.camunda.drain-timeout", drainTimeout)))
                .bindOrCreate("t-exchange.camunda", CamundaProperties.class);
    }
}
