package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents of the engine, and trying steps again, by processes of the test's own. */
@IntegrationTest
class FailedStepsIT {

    @Autowired
    FailedSteps steps;
    @Autowired
    EngineSearch search;
    @Autowired
    CamundaClient client;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    EngineCommands commands;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestPeople people;
    private final UUID onboarding = UUID.randomUUID();
    private FailingStep step;
    private Actor manager;
    private Instant begun;

    @BeforeEach
    void failingStep() {
        manager = people.processManager();
        begun = steps.now();
        step = new FailingStep(client, events, new IllegalArgumentException("variable 'orderId' is missing"));
    }

    @AfterEach
    void stopWorking() {
        step.mend();
        step.close();
    }

    @Test
    void aFailedStepIsToldWithItsSubjectAndCauseAndGoesOnWhenItIsTriedAgain() {
        long instance = step.start(Map.of("onboardingId", onboarding.toString(), "orderId", UUID.randomUUID().toString()));
        FailedStep failed = awaitFailed(instance);
        assertThat(failed.subject()).isEqualTo(new ProcessSubject(ProcessSubject.Kind.ONBOARDING, onboarding));
        assertThat(failed.cause()).isEqualTo(FailureCause.DATA);
        assertThat(failed.technicalText()).contains("variable 'orderId' is missing", "Подключение " + onboarding,
                "Onboarding " + onboarding);
        assertThat(failed.place().elementId()).isEqualTo(FailingStep.ELEMENT);
        assertThat(failed.attempts()).isEqualTo(5);
        assertThat(failed.beingRetried()).isFalse();

        step.mend();
        assertThat(steps.retry(List.of(failed), manager)).isOne();
        assertThat(steps.retry(List.of(failed), manager)).as("a second click").isZero();

        awaitGone(instance);
        await().untilAsserted(() -> assertThat(steps.outcomes(begun, manager))
                .extracting(RetryOutcome::elementId, RetryOutcome::wentOn).containsExactly(tuple(FailingStep.ELEMENT, true)));
        assertThat(step.handled()).isEqualTo(2);
    }

    @Test
    void aStepThatFailsOnceMoreComesBackWithOneTryMore() {
        long instance = step.start(Map.of());
        FailedStep failed = awaitFailed(instance);
        assertThat(failed.subject()).isNull();

        steps.retry(List.of(failed), manager);

        FailedStep again = await().until(() -> FailingStep.of(instance, steps, manager),
                found -> found.isPresent() && found.get().incidentKey() != failed.incidentKey()).orElseThrow();
        assertThat(again.attempts()).isEqualTo(6);
        assertThat(again.since()).isEqualTo(failed.since());
        assertThat(again.beingRetried()).isFalse();
        await().untilAsserted(() -> assertThat(steps.outcomes(begun, manager))
                .extracting(RetryOutcome::elementId, RetryOutcome::wentOn).containsExactly(tuple(FailingStep.ELEMENT, false)));
    }

    @Test
    void aStepStaysInTheListUntilTheOutcomeOfItsNewTryIsKnown() {
        long instance = step.start(Map.of("onboardingId", onboarding.toString()));
        FailedStep failed = awaitFailed(instance);
        CountDownLatch goOn = new CountDownLatch(1);
        step.waitFor(goOn);

        steps.retry(List.of(failed), manager);
        await().until(() -> step.handled() == 2);
        await().until(() -> search.incidentsAt(failed.place().elementInstanceKey()).isEmpty());
        assertThat(FailingStep.of(instance, steps, manager)).as("while the engine has no incident").hasValue(failed.retried());
        assertThat(steps.first(1000, manager).total()).isEqualTo(steps.first(1000, manager).steps().size());

        goOn.countDown();
        await().until(() -> FailingStep.of(instance, steps, manager), found -> {
            assertThat(found).as("between its new failure and its new incident").isPresent();
            return !found.get().beingRetried() && found.get().attempts() == 6;
        });
    }

    @Test
    void aWordAboutAnEarlierTryThatComesLateIsNotAboutTheNewOne() {
        long instance = step.start(Map.of("onboardingId", onboarding.toString()));
        long duringTheFirstTry = System.nanoTime();
        FailedStep failed = awaitFailed(instance);
        CountDownLatch goOn = new CountDownLatch(1);
        step.mend();
        step.waitFor(goOn);
        steps.retry(List.of(failed), manager);

        events.publishEvent(new LastTryEnded(failed.jobKey(), false, duringTheFirstTry));

        assertThat(steps.outcomes(begun, manager)).isEmpty();
        goOn.countDown();
        await().untilAsserted(() -> assertThat(steps.outcomes(begun, manager))
                .extracting(RetryOutcome::elementId, RetryOutcome::wentOn).containsExactly(tuple(FailingStep.ELEMENT, true)));
    }

    @Test
    void theSearchOfTheEngineIsReadToItsEnd() {
        List<Long> instances = IntStream.range(0, 7).mapToObj(number -> step.start(Map.of("orderId", "same"))).toList();
        instances.forEach(this::awaitFailed);
        EngineSearch paging = new EngineSearch(client, 3);

        assertThat(paging.variables(instances, List.of("orderId"))).extracting(Variable::getProcessInstanceKey)
                .containsExactlyInAnyOrderElementsOf(instances);
        assertThat(paging.active(instances)).extracting(ProcessInstance::getProcessInstanceKey)
                .containsExactlyInAnyOrderElementsOf(instances);
        assertThat(paging.active(instances.subList(0, 6))).hasSize(6);
    }

    @Test
    void aConditionThatCannotBeComputedIsTriedAgainWhenTheValueIsThere() {
        long instance = startAtCondition();
        FailedStep failed = awaitFailed(instance);
        assertThat(failed.cause()).isEqualTo(FailureCause.EXPRESSION);
        assertThat(failed.jobKey()).isNull();
        assertThat(failed.attempts()).isOne();

        client.newSetVariablesCommand(instance).variables(Map.of("known", true)).send().join();
        steps.retry(List.of(failed), manager);

        await().untilAsserted(() -> {
            assertThat(FailingStep.of(instance, steps, manager)).isEmpty();
            assertThat(steps.outcomes(begun, manager)).extracting(RetryOutcome::wentOn).containsExactly(true);
        });
    }

    @Test
    void allFailedStepsCanBeTriedAgainInOneGo() {
        List<Long> instances = List.of(step.start(Map.of()), step.start(Map.of()));
        instances.forEach(this::awaitFailed);
        step.mend();

        assertThat(steps.retryAll(manager)).isGreaterThanOrEqualTo(2);

        instances.forEach(this::awaitGone);
    }

    /** Whoever tells outcomes tells each once, and knows them apart by nothing else. */
    @Test
    void triesOfStepsWithOneNameHaveAnOutcomeEach() {
        List<FailedStep> failed = List.of(awaitFailed(step.start(Map.of())), awaitFailed(step.start(Map.of())));

        assertThat(steps.retry(failed, manager)).isEqualTo(2);

        await().untilAsserted(() -> assertThat(steps.outcomes(begun, manager)).hasSize(2).doesNotHaveDuplicates());
    }

    @Test
    void aTryOfAStepThatIsGoneIsGivenUp() {
        transaction.executeWithoutResult(status -> commands.retryStep(4503599627370497L, 4503599627370498L));

        await().until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_instance like 'incident-450359962737%'")
                .query(Integer.class).single() == 0);
    }

    @Test
    void onlyAProcessManagerSeesAndRetriesThem() {
        Actor sales = people.sales();

        assertThatThrownBy(() -> steps.first(1, sales)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> steps.retry(List.of(), sales)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> steps.retryAll(sales)).isInstanceOf(AccessDeniedException.class);
    }

    private long startAtCondition() {
        String id = "condition-" + UUID.randomUUID();
        client.newDeployResourceCommand().addProcessModel(Bpmn.createExecutableProcess(id)
                .startEvent().exclusiveGateway("Gateway_Accepted").defaultFlow().endEvent()
                .moveToLastGateway().condition("=known").endEvent().done(), id + ".bpmn").send().join();
        return client.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().send().join().getProcessInstanceKey();
    }

    private FailedStep awaitFailed(long instance) {
        return await().until(() -> FailingStep.of(instance, steps, manager), Optional::isPresent).orElseThrow();
    }

    private void awaitGone(long instance) {
        await().untilAsserted(() -> assertThat(FailingStep.of(instance, steps, manager)).isEmpty());
    }
}
