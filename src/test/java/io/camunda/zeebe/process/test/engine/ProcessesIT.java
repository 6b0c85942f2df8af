package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProcessesIT extends EngineTestBase {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aMessageStartsAProcessOnceHoweverOftenItIsPublished() {
        session.deploy("invited", Bpmn.createExecutableProcess("invited")
                .startEvent("start")
                .message("distributor-invited")
                .serviceTask("send", task -> task.zeebeJobType("invited-send"))
                .endEvent()
                .done());
        var sent = session.completeAll("invited-send");
        publish("distributor-invited", "o-1");

        assertThatExceptionOfType(ClientStatusException.class)
                .isThrownBy(() -> publish("distributor-invited", "o-1"))
                .satisfies(refusal -> assertThat(refusal.getStatusCode().name()).isEqualTo("ALREADY_EXISTS"));
        publish("distributor-invited", "o-2");

        await().untilAsserted(() -> assertThat(sent).hasSize(2));
        camunda.awaitIdle(SOON);
        assertThat(sent)
                .extracting(job -> job.getVariablesAsMap().get("onboardingId"))
                .containsExactlyInAnyOrder("o-1", "o-2");
    }

    @Test
    void timersOfAllKindsFireWhenTimeMovesOn() {
        session.deploy("timed", Bpmn.createExecutableProcess("timed")
                .startEvent()
                .serviceTask("wait", task -> task.zeebeJobType("timed-never"))
                .boundaryEvent("remind", remind -> remind.cancelActivity(false)
                        .timerWithCycleExpression("cycle"))
                .serviceTask("reminded", task -> task.zeebeJobType("timed-reminder"))
                .endEvent()
                .moveToActivity("wait")
                .boundaryEvent("escalate", escalate -> escalate.cancelActivity(false)
                        .timerWithDurationExpression("duration(period)"))
                .serviceTask("escalated", task -> task.zeebeJobType("timed-escalation"))
                .endEvent()
                .moveToActivity("wait")
                .boundaryEvent("expire", expire -> expire.timerWithDateExpression("date and time(expiresAt)"))
                .serviceTask("expired", task -> task.zeebeJobType("timed-expiry"))
                .endEvent()
                .done());
        var reminders = session.completeAll("timed-reminder");
        var escalations = session.completeAll("timed-escalation");
        var expiries = session.completeAll("timed-expiry");
        var expiresAt = camunda.now().plus(Duration.ofDays(5)).toString();
        session.start("timed", Map.of("cycle", "R3/P1D", "period", "P2D", "expiresAt", expiresAt));
        camunda.awaitIdle(SOON);

        camunda.increaseTime(Duration.ofDays(1).plusMinutes(1));
        await().untilAsserted(() -> assertThat(reminders).hasSize(1));
        assertThat(escalations).isEmpty();

        camunda.increaseTime(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(reminders).hasSize(2));
        await().untilAsserted(() -> assertThat(escalations).hasSize(1));
        assertThat(expiries).isEmpty();

        camunda.increaseTime(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(expiries).hasSize(1));
    }

    @Test
    void anErrorEndOfACalledProcessIsCaughtByTheCallersBoundary() {
        session.deploy("called", Bpmn.createExecutableProcess("called")
                .startEvent()
                .serviceTask("ask", task -> task.zeebeJobType("called-ask"))
                .endEvent("refused", end -> end.error("registration-rejected"))
                .done());
        session.deploy("calling", Bpmn.createExecutableProcess("calling")
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId("called").zeebeInput("=id", "passed"))
                .boundaryEvent("rejected", rejected -> rejected.error("registration-rejected"))
                .serviceTask("close", task -> task.zeebeJobType("calling-close"))
                .endEvent()
                .done());
        var asked = session.completeAll("called-ask");
        var closed = session.completeAll("calling-close");

        session.start("calling", Map.of("id", "r-1"));

        await().untilAsserted(() -> assertThat(closed).hasSize(1));
        assertThat(asked.element().getVariablesAsMap()).containsEntry("passed", "r-1");
    }

    @Test
    void anErrorThrownByAWorkerReachesTheBoundaryEvent() {
        session.deploy("thrown", Bpmn.createExecutableProcess("thrown")
                .startEvent()
                .serviceTask("try", task -> task.zeebeJobType("thrown-try"))
                .boundaryEvent("refused", refused -> refused.error("refused"))
                .serviceTask("after", task -> task.zeebeJobType("thrown-after"))
                .endEvent()
                .done());
        session.work("thrown-try", (jobs, job) -> jobs.newThrowErrorCommand(job)
                .errorCode("refused")
                .errorMessage("not with us")
                .variables(Map.of("why", "blacklist"))
                .send()
                .join());
        var after = session.completeAll("thrown-after");

        session.start("thrown", Map.of());

        await().untilAsserted(() -> assertThat(after).hasSize(1));
    }

    @Test
    void aMessageIsCorrelatedToTheInstanceThatWaitsForIt() {
        session.deploy("waiting", Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .intermediateCatchEvent("catch", event -> event.message(message ->
                        message.name("invitation-followed").zeebeCorrelationKeyExpression("onboardingId")))
                .serviceTask("after", task -> task.zeebeJobType("waiting-after"))
                .endEvent()
                .done());
        var after = session.completeAll("waiting-after");
        session.start("waiting", Map.of("onboardingId", "w-1"));

        publish("invitation-followed", "w-2");
        publish("invitation-followed", "w-1");

        await().untilAsserted(() -> assertThat(after).hasSize(1));
    }

    @Test
    void aJobWithoutRetriesBecomesAnIncidentThatCanBeResolved() {
        session.deploy("broken", Bpmn.createExecutableProcess("broken")
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType("broken-work"))
                .endEvent()
                .done());
        var repaired = new AtomicBoolean();
        var completed = new AtomicInteger();
        session.work("broken-work", (jobs, job) -> {
            if (repaired.get()) {
                jobs.newCompleteCommand(job).send().thenRun(completed::incrementAndGet);
            } else {
                jobs.newFailCommand(job).retries(0).errorMessage("out of order").send();
            }
        });
        session.start("broken", Map.of());
        await().until(() -> lastKey(ValueType.INCIDENT) > 0);
        repaired.set(true);

        session.client().newUpdateRetriesCommand(lastKey(ValueType.JOB)).retries(1).send().join();
        session.client().newResolveIncidentCommand(lastKey(ValueType.INCIDENT)).send().join();

        await().untilAsserted(() -> assertThat(completed).hasValue(1));
    }

    private void publish(String name, String onboardingId) {
        session.client()
                .newPublishMessageCommand()
                .messageName(name)
                .correlationKey(onboardingId)
                .messageId(onboardingId)
                .timeToLive(Duration.ofHours(1))
                .variables(Map.of("onboardingId", onboardingId))
                .send()
                .join();
    }

    /** The key of the last record of the type; the incident's is its own, the job's the failed one's. */
    private static long lastKey(ValueType type) {
        var key = -1L;
        try (var records = camunda.newRecordReader()) {
            records.seekToFirstEvent();
            while (records.hasNext()) {
                var logged = records.next();
                var metadata = new RecordMetadata();
                logged.readMetadata(metadata);
                key = metadata.getValueType() == type ? logged.getKey() : key;
            }
        }
        return key;
    }
}
