package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JobsIT extends EngineTestBase {

    private static final int INSTANCES = 500;

    @Test
    void manyInstancesAndWorkersCompleteWithoutErrors() {
        session.deploy("load", Bpmn.createExecutableProcess("load")
                .startEvent()
                .serviceTask("one", task -> task.zeebeJobType("load-one"))
                .serviceTask("two", task -> task.zeebeJobType("load-two"))
                .serviceTask("three", task -> task.zeebeJobType("load-three"))
                .endEvent()
                .done());
        var done = new AtomicInteger();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        for (var type : new String[] {"load-one", "load-two", "load-three"}) {
            session.work(type, (jobs, job) -> jobs.newCompleteCommand(job)
                    .variable(type, job.getKey())
                    .send()
                    .whenComplete((answer, failure) -> {
                        if (failure != null) {
                            failed.add(failure);
                        } else if (type.endsWith("three")) {
                            done.incrementAndGet();
                        }
                    }));
        }
        var started = System.nanoTime();
        for (var number = 0; number < INSTANCES; number++) {
            session.client()
                    .newCreateInstanceCommand()
                    .bpmnProcessId("load")
                    .latestVersion()
                    .variables(Map.of("number", number))
                    .send();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> done.get() == INSTANCES);
        assertThat(failed).isEmpty();
        var millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        LoggerFactory.getLogger(JobsIT.class)
                .info("{} instances of three jobs in {} ms: {}/s", INSTANCES, millis, INSTANCES * 1000L / millis);
    }

    @Test
    void aWaitingPollIsServedAsSoonAsThereIsAJob() {
        deployOneJob("waited");
        var poll = session.client()
                .newActivateJobsCommand()
                .jobType("waited")
                .maxJobsToActivate(5)
                .requestTimeout(Duration.ofSeconds(60))
                .send()
                .toCompletableFuture();
        camunda.awaitIdle(Duration.ofSeconds(20));

        assertThat(poll).isNotDone();
        session.start("waited", Map.of());

        assertThat(poll).succeedsWithin(Duration.ofSeconds(20))
                .satisfies(response -> assertThat(response.getJobs()).hasSize(1));
    }

    @Test
    void aPollWithoutJobsEndsWhenItsTimeIsUp() {
        var poll = session.client()
                .newActivateJobsCommand()
                .jobType("nobody-has-this")
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofMillis(300))
                .send()
                .toCompletableFuture();

        assertThat(poll).succeedsWithin(Duration.ofSeconds(20))
                .satisfies(response -> assertThat(response.getJobs()).isEmpty());
    }

    @Test
    void idleWorkersDoNotFillTheLog() {
        for (var worker = 0; worker < 10; worker++) {
            session.completeAll("idle-" + worker);
        }
        camunda.awaitIdle(Duration.ofSeconds(20));
        var before = lastPosition();

        // Without waiting polls, ten workers would write some 400 records in this time.
        await().during(Duration.ofSeconds(2)).until(() -> lastPosition() - before < 100);
    }

    @Test
    void jobsAreStreamedToWorkers() {
        deployOneJob("streamed");
        var seen = new ConcurrentLinkedQueue<String>();
        session.client()
                .newWorker()
                .jobType("streamed")
                .handler((jobs, job) -> {
                    seen.add(job.getWorker());
                    jobs.newCompleteCommand(job).send().join();
                })
                .name("streamer")
                .streamEnabled(true)
                // Polls are so far apart that only the stream can bring the job in time.
                .pollInterval(Duration.ofMinutes(5))
                .open();
        await().until(() -> streams("streamed"));

        session.start("streamed", Map.of());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(seen).containsExactly("streamer"));
    }

    @Test
    void aNewClientTakesOverWhereAnOldOneLeft() {
        deployOneJob("handed-over");
        session.completeAll("handed-over");
        camunda.awaitIdle(Duration.ofSeconds(20));
        session.close();
        camunda.awaitIdle(Duration.ofSeconds(20));
        session = new EngineSession(camunda);
        session.start("handed-over", Map.of());

        var seen = session.completeAll("handed-over");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(seen).hasSize(1));
    }

    @Test
    void aFailedJobIsTriedAgainAfterItsBackoffWithTheVariablesOfTheFailure() {
        deployOneJob("retried");
        var second = new ConcurrentLinkedQueue<Map<String, Object>>();
        session.work("retried", (jobs, job) -> {
            if (job.getRetries() == 3) {
                jobs.newFailCommand(job)
                        .retries(2)
                        .retryBackoff(Duration.ofMillis(50))
                        .errorMessage("first time unlucky")
                        .variables(Map.of("unlucky", true))
                        .send()
                        .join();
            } else {
                jobs.newCompleteCommand(job).send().join();
                second.add(job.getVariablesAsMap());
            }
        });

        session.start("retried", Map.of());

        await().untilAsserted(() -> assertThat(second).singleElement()
                .satisfies(variables -> assertThat(variables).containsEntry("unlucky", true)));
    }

    @Test
    void completingAJobThatIsGoneIsRefusedAsNotFound() {
        assertThatExceptionOfType(ClientStatusException.class)
                .isThrownBy(() -> session.client().newCompleteCommand(4711).send().join())
                .satisfies(refusal -> assertThat(refusal.getStatusCode().name()).isEqualTo("NOT_FOUND"));
    }

    private void deployOneJob(String id) {
        session.deploy(id, Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
    }

    /** Asks the engine's own register: a job created before the stream is registered would wait for a poll. */
    private static boolean streams(String jobType) {
        return camunda.jobStreams().streamFor(BufferUtil.wrapString(jobType)).isPresent();
    }

    private static long lastPosition() {
        try (var records = camunda.newRecordReader()) {
            return records.seekToEnd();
        }
    }
}
