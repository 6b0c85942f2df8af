package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.worker.JobWorkerMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated("It reads what is logged, which is one for all tests.")
@ExtendWith(OutputCaptureExtension.class)
class TakenJobsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String TYPE = "send-invitation";

    private final AtomicLong nanos = new AtomicLong();
    private final TakenJobs taken = new TakenJobs(TIMEOUT, nanos::get);
    private final JobWorkerMetrics worker = taken.by(TYPE);
    private final List<String> openedAnew = new ArrayList<>();
    private final JobWatch watch = new JobWatch(taken, properties(2), jobType -> {
        openedAnew.add(jobType);
        taken.by(jobType);
    });

    @Test
    void aJobThatCameToAThreadIsNotLostHoweverLongItTakes() {
        worker.jobActivated(1);
        Runnable handler = taken.handOver(() -> { });
        pass(100);

        assertThat(taken.lost()).isEmpty();
        handler.run();
        assertThat(taken.worthOpeningAnew(1)).isEmpty();
    }

    @Test
    void aJobThatWasNeverHandedOverIsLostAfterTwoTimeouts() {
        worker.jobActivated(1);
        pass(20);
        assertThat(taken.lost()).as("the client may still be waiting").isEmpty();

        pass(1);

        assertThat(taken.lost()).isEqualTo(Map.of(TYPE, 1));
        assertThat(taken.worthOpeningAnew(1)).isEmpty();
        pass(10);
        assertThat(taken.worthOpeningAnew(1)).containsExactly(TYPE);
    }

    @Test
    void theNextJobOfAThreadIsNotTakenForTheOneThatWasRefused() {
        worker.jobActivated(1);
        worker.jobActivated(1);
        taken.handOver(() -> { }).run();
        pass(21);

        assertThat(taken.lost()).isEqualTo(Map.of(TYPE, 1));
    }

    @Test
    void whatIsRunForOthersIsNoJob() {
        Runnable other = () -> { };

        assertThat(taken.handOver(other)).isSameAs(other);
    }

    @Test
    void theWatchWarnsOnceAndWaitsForFreeHands(CapturedOutput log) {
        worker.jobActivated(1);
        Runnable one = taken.handOver(() -> { });
        worker.jobActivated(1);
        Runnable other = taken.handOver(() -> { });
        worker.jobActivated(1);
        pass(31);

        watch.look();
        watch.look();
        assertThat(openedAnew).isEmpty();
        assertThat(log.getOut()).containsOnlyOnce("1 jobs of type '" + TYPE + "'");

        one.run();
        watch.look();
        watch.look();
        assertThat(openedAnew).containsExactly(TYPE);
        assertThat(taken.lost()).isEmpty();
        other.run();
    }

    @Test
    void aWorkerThatCannotBeOpenedIsTriedAgain(CapturedOutput log) {
        List<String> tried = new ArrayList<>();
        JobWatch failing = new JobWatch(taken, properties(2), jobType -> {
            tried.add(jobType);
            throw new IllegalStateException("closed");
        });
        worker.jobActivated(1);
        pass(31);

        failing.look();
        failing.look();

        assertThat(tried).hasSize(2);
        assertThat(log).contains("could not be opened anew");
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static CamundaProperties properties(int maxJobsActive) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                "t-exchange.camunda.max-jobs-active", String.valueOf(maxJobsActive))))
                .bindOrCreate("t-exchange.camunda", CamundaProperties.class);
    }
}
