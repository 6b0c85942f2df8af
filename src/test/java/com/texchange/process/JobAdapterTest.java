package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.texchange.common.Backoff;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.CompleteJobCommandStep1;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.command.FailJobCommandStep1.FailJobCommandStep2;
import io.camunda.client.api.command.ThrowErrorCommandStep1;
import io.camunda.client.api.command.ThrowErrorCommandStep1.ThrowErrorCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.CompleteJobResponse;
import io.camunda.client.api.worker.JobClient;
import io.grpc.Status;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

@Isolated("It reads what is logged, which is one for all tests.")
@ExtendWith(OutputCaptureExtension.class)
class JobAdapterTest {

    private static final Duration JOB_TIMEOUT = Duration.ofMillis(200);
    private final JobClient client = mock();
    private final ActivatedJob job = mock();
    private final List<Object> events = new ArrayList<>();
    private final CompleteJobCommandStep1 complete = mock();
    private final FailJobCommandStep1 fail = mock();
    private final FailJobCommandStep2 failing = mock(FailJobCommandStep2.class, RETURNS_DEEP_STUBS);
    private final ThrowErrorCommandStep1 error = mock();
    private final ThrowErrorCommandStep2 throwing = mock(ThrowErrorCommandStep2.class, RETURNS_DEEP_STUBS);
    private final CamundaFuture<CompleteJobResponse> completed = mock();

    @BeforeEach
    void activateJob() {
        when(job.getKey()).thenReturn(17L);
        when(job.getType()).thenReturn("send-invitation");
        when(job.getElementId()).thenReturn("Task_SendInvitation");
        when(job.getRetries()).thenReturn(5);
        when(job.getVariablesAsMap()).thenReturn(Map.of("onboardingId", "the-onboarding"));
        when(client.newCompleteCommand(job)).thenReturn(complete);
        when(client.newFailCommand(job)).thenReturn(fail);
        when(client.newThrowErrorCommand(job)).thenReturn(error);
        when(complete.variables(anyMap())).thenReturn(complete);
        when(complete.send()).thenReturn(completed);
        when(fail.retries(anyInt())).thenReturn(failing);
        when(failing.retryBackoff(any())).thenReturn(failing);
        when(failing.errorMessage(any())).thenReturn(failing);
        when(failing.variables(anyMap())).thenReturn(failing);
        when(error.errorCode(any())).thenReturn(throwing);
        when(throwing.errorMessage(any())).thenReturn(throwing);
    }

    @Test
    void completesTheJobWithWhatTheHandlerReturned() {
        handle(given -> Map.of("refusedCount", given.text("onboardingId").length()));

        verify(complete).variables(Map.of("refusedCount", 14));
        verify(complete).send();
    }

    @Test
    void setsNoVariablesWhenTheHandlerReturnedNone() {
        handle(given -> Map.of());

        verify(complete, never()).variables(anyMap());
        verify(complete).send();
    }

    @Test
    void throwsABpmnErrorForABusinessRefusal() {
        handle(given -> {
            throw new BpmnErrorException("registration-rejected", "not a distributor");
        });

        verify(error).errorCode("registration-rejected");
        verify(throwing).errorMessage("not a distributor");
        verify(throwing).send();
    }

    @Test
    void failsTheJobWithOneRetryLessAndABackoffThatGrows(CapturedOutput log) {
        handle(given -> {
            throw new IllegalStateException("no code left");
        });
        when(job.getRetries()).thenReturn(3);
        handle(given -> {
            throw new IllegalStateException("no code left");
        });

        verify(fail).retries(4);
        verify(fail).retries(2);
        verify(failing, times(2)).errorMessage(contains("IllegalStateException: no code left"));
        verify(failing, never()).variables(anyMap());
        ArgumentCaptor<Duration> waits = ArgumentCaptor.captor();
        verify(failing, times(2)).retryBackoff(waits.capture());
        assertThat(waits.getAllValues().getFirst()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(waits.getAllValues().getLast()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(80));
        assertThat(log).contains("onboardingId=the-onboarding").doesNotContain("at com.texchange");
    }

    @ParameterizedTest
    @MethodSource("databaseFailures")
    void waitsForADatabaseThatIsAwayWithoutUsingUpARetry(RuntimeException failure) {
        when(job.getRetries()).thenReturn(1);

        handle(given -> {
            throw failure;
        });

        verify(fail).retries(1);
        ArgumentCaptor<Duration> wait = ArgumentCaptor.captor();
        verify(failing).retryBackoff(wait.capture());
        assertThat(wait.getValue()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        verify(failing).send();
    }

    static Stream<RuntimeException> databaseFailures() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new CannotGetJdbcConnectionException("pool", new SQLTransientConnectionException("timed out")),
                new DataAccessResourceFailureException("terminated", new SQLException("terminating connection", "57P01")),
                new TransactionSystemException("commit", new SQLException("broken pipe", "08006")),
                new IllegalStateException("wrapped", new SQLException("too many clients", "53300")));
    }

    @Test
    void aRefusalOfTheDatabaseUsesUpARetry() {
        handle(given -> {
            throw new DuplicateKeyException("again", new SQLException("duplicate key", "23505"));
        });

        verify(fail).retries(4);
    }

    @Test
    void logsTheStackTraceOnlyWhenNoRetriesAreLeft(CapturedOutput log) {
        when(job.getRetries()).thenReturn(1);

        handle(given -> {
            throw new IllegalStateException("no code left");
        });

        verify(fail).retries(0);
        verify(failing).variables(Map.of("failureCause", "UNEXPECTED"));
        assertTryEnded(false);
        assertThat(log).contains("ERROR").contains("incident").contains("at com.texchange");
    }

    @Test
    void tellsOfTheEndOfAJobOnlyWhenItWasItsLastTry() {
        handle(given -> Map.of());
        assertThat(events).isEmpty();
        when(job.getRetries()).thenReturn(1);

        handle(given -> Map.of());

        assertTryEnded(true);
    }

    @Test
    void toleratesThatTheJobIsGone(CapturedOutput log) {
        when(completed.join()).thenThrow(status(Status.NOT_FOUND));

        handle(given -> Map.of());

        verify(complete).send();
        verify(client, never()).newFailCommand(job);
        assertThat(log).contains("is gone in Camunda").doesNotContain("ClientStatusException");
    }

    @Test
    void repeatsACompletionThatTheEngineCouldNotTake() {
        when(completed.join())
                .thenThrow(status(Status.RESOURCE_EXHAUSTED))
                .thenThrow(status(Status.UNAVAILABLE))
                .thenReturn(null);

        handle(given -> Map.of());

        verify(complete, times(3)).send();
        verify(client, never()).newFailCommand(job);
    }

    @Test
    void leavesTheJobToItsTimeoutWhenTheEngineStaysAway(CapturedOutput log) {
        when(completed.join()).thenThrow(status(Status.UNAVAILABLE));

        handle(given -> Map.of());

        verify(complete, atLeast(5)).send();
        verify(client, never()).newFailCommand(job);
        assertThat(log).contains("runs again after its timeout");
    }

    @Test
    void doesNotWaitForAnEngineThatIsAwayWhileTheApplicationStops() {
        when(completed.join()).thenThrow(status(Status.UNAVAILABLE));
        JobAdapter adapter = adapter(given -> Map.of(), Duration.ofHours(1));

        adapter.stop();
        adapter.handle(client, job);

        verify(complete, times(5)).send();
    }

    @Test
    void failsTheJobWhenTheEngineDoesNotAcceptItsResult() {
        when(completed.join()).thenThrow(status(Status.INVALID_ARGUMENT));

        handle(given -> Map.of());

        verify(fail).retries(4);
        verify(failing).send();
    }

    @Test
    void handsAJobBackWithoutUsingUpARetry() {
        new JobAdapter(worker(given -> Map.of()), ProcessTexts.failureWords(), Duration.ofSeconds(5), JOB_TIMEOUT, events::add).handBack(client, job);

        verify(fail).retries(5);
        verify(failing).send();
    }

    private void handle(Function<ProcessJob, Map<String, Object>> handler) {
        adapter(handler, JOB_TIMEOUT).handle(client, job);
    }

    private JobAdapter adapter(Function<ProcessJob, Map<String, Object>> handler, Duration jobTimeout) {
        Backoff fast = new Backoff(Duration.ofMillis(2), 1, Duration.ofMillis(2));
        return new JobAdapter(worker(handler), ProcessTexts.failureWords(), Duration.ofSeconds(5), fast, jobTimeout,
                events::add);
    }

    private void assertTryEnded(boolean succeeded) {
        assertThat(events).singleElement().isInstanceOfSatisfying(LastTryEnded.class, ended -> {
            assertThat(ended.jobKey()).isEqualTo(17);
            assertThat(ended.succeeded()).isEqualTo(succeeded);
            assertThat(System.nanoTime() - ended.begun()).isNotNegative();
        });
    }

    private static ProcessWorker worker(Function<ProcessJob, Map<String, Object>> handler) {
        return ProcessWorker.of("send-invitation", handler);
    }

    private static ClientStatusException status(Status status) {
        return new ClientStatusException(status, null);
    }
}
