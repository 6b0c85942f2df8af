package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine is too busy to answer, or has done what it was asked and its answer does not arrive. */
@OwnServers
@Import(LostAnswersIT.Faults.class)
@Tag("faults")
class LostAnswersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        EngineFaults engineFaults() {
            return new EngineFaults();
        }
    }

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    CamundaClient client;
    @Autowired
    EngineFaults faults;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aBusyEngineIsAskedAgainAfterLongerAndLongerPauses() {
        faults.refuse("PublishMessage", Status.RESOURCE_EXHAUSTED, 4);
        faults.refuse("CompleteJob", Status.RESOURCE_EXHAUSTED, 8);

        OnboardingId id = onboard();

        assertThat(faults.areOver()).as("every fault was met").isTrue();
        assertEachStepOnce(id);
        List<Duration> pauses = pauses(faults.metBy("PublishMessage"));
        assertThat(pauses.getLast()).as("pauses %s", pauses).isGreaterThan(pauses.getFirst());
    }

    @Test
    void aMessageWhoseAnswerWasLostStartsOneOnboarding() {
        faults.loseAnswers("PublishMessage", 3);

        OnboardingId id = onboard();

        assertThat(faults.areOver()).as("every fault was met").isTrue();
        assertEachStepOnce(id);
    }

    @Test
    void aStepOrListenerWhoseAnswerWasLostHasOneEffect() {
        faults.loseAnswers("CompleteJob", 10);

        OnboardingId id = onboard();

        assertThat(faults.areOver()).as("every fault was met").isTrue();
        assertEachStepOnce(id);
    }

    private OnboardingId onboard() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        await().atMost(PATIENCE).until(() -> letters(id, "invitation") == 1);
        joining.follow(journey.token(id), distributor);
        acceptance.accept(id, false, distributor);
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor);
        await().atMost(PATIENCE).until(() -> journey.stage(id) == Stage.CONNECTED);
        await().atMost(PATIENCE).until(() -> waitingCommands() == 0);
        servers.camunda().awaitIdle(Duration.ofSeconds(30));
        return id;
    }

    private void assertEachStepOnce(OnboardingId id) {
        assertThat(letters(id, "invitation")).isEqualTo(1);
        assertThat(letters(id, "connected")).isEqualTo(2);
        assertThat(jdbc.sql("""
                select kind from activity where onboarding_id = ? and kind not like 'LETTER%' group by kind
                having count(*) > 1
                """).param(id.value()).query(String.class).list()).as("told twice").isEmpty();
        assertThat(jdbc.sql("select element_id || ' ' || state from user_task where subject_id = ? order by 1")
                .param(id.value()).query(String.class).list())
                .containsExactly("Task_AcceptInvitation COMPLETED", "Task_ConnectLicenses COMPLETED");
        assertThat(client.newProcessInstanceSearchRequest()
                .filter(instance -> instance.processDefinitionId("distributor-onboarding")).send().join().items())
                .as("instances of onboardings")
                .hasSize(jdbc.sql("select count(*) from onboarding").query(Integer.class).single());
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private static List<Duration> pauses(List<Instant> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i))).toList();
    }

    private int letters(OnboardingId id, String template) {
        return jdbc.sql("select count(*) from mail_delivery where reference = ? and template = ?")
                .params(id.value(), template).query(Integer.class).single();
    }

    private int waitingCommands() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'engine-command'").query(Integer.class)
                .single();
    }
}
