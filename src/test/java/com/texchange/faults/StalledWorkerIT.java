package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.process.ProcessWorker;
import com.texchange.testing.OwnServers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/**
 * Handlers are blocked for longer than jobs wait for a free thread. The client's worker loses the place of each job that it
 * gives up so, and would ask for no more (Camunda issues 59633, 60559): without the watch over it some are never done.
 */
@OwnServers
@TestPropertySource(properties = {"t-exchange.camunda.job-timeout=3s", "t-exchange.camunda.max-jobs-active=8",
    "t-exchange.camunda.execution-threads=4"})
@ExtendWith(OutputCaptureExtension.class)
@Tag("faults")
class StalledWorkerIT {

    private static final String JOB_TYPE = "blocked-step";
    private static final int JOBS = 120;
    /** Those that the engine gave out by itself count here too, but not with the client. */
    private static final int TOO_MANY_LOST = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    CamundaClient client;
    @Autowired
    BlockedStep step;
    @Autowired
    @Qualifier("camundaHealthIndicator")
    HealthIndicator health;

    @Test
    void allJobsAreDoneInTheEnd(CapturedOutput log) {
        client.newDeployResourceCommand().addProcessModel(Bpmn.createExecutableProcess(JOB_TYPE).startEvent()
                .serviceTask("Task", task -> task.zeebeJobType(JOB_TYPE)).endEvent().done(), "blocked.bpmn").send().join();
        IntStream.range(0, JOBS).forEach(number ->
                client.newCreateInstanceCommand().bpmnProcessId(JOB_TYPE).latestVersion().send().join());

        await().atMost(PATIENCE).until(() -> lost() >= TOO_MANY_LOST);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        step.goOn.countDown();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(completed()).isEqualTo(JOBS));
        await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(log.getOut().lines().filter(line -> line.contains("found no free thread"))).hasSize(1);
        assertThat(log.getOut()).contains("The worker of job type '" + JOB_TYPE + "' was opened anew");
    }

    private int lost() {
        Map<String, Object> details = health.health().getDetails();
        return "WORKERS_STALLED".equals(details.get("error"))
                ? (Integer) ((Map<?, ?>) details.get("lostJobs")).get(JOB_TYPE) : 0;
    }

    private long completed() {
        return client.newProcessInstanceSearchRequest().filter(filter -> filter.processDefinitionId(JOB_TYPE)
                .state(ProcessInstanceState.COMPLETED)).send().join().page().totalItems();
    }

    /** Its handlers wait until the test lets them go on. */
    static class BlockedStep {

        private final CountDownLatch goOn = new CountDownLatch(1);

        private Map<String, Object> handle() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Map.of();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Workers {

        @Bean
        BlockedStep blockedStep() {
            return new BlockedStep();
        }

        @Bean
        ProcessWorker blockedStepWorker(BlockedStep step) {
            return ProcessWorker.of(JOB_TYPE, job -> step.handle());
        }
    }
}
