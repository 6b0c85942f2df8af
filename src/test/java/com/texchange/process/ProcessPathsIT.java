package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The path of a process on the engine of the quick start. */
@IntegrationTest
class ProcessPathsIT {

    @Autowired
    StandingSteps standing;
    @Autowired
    ProcessPaths paths;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsWhatIsPassedAndWhereTheProcessAndTheOneThatItCalledStand() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(people.supplier(), email);
        journey.registering(id, email);

        List<ProcessPath> found = paths.of(keyOf(id)).orElseThrow();

        assertThat(found).extracting(ProcessPath::processId)
                .containsExactly("distributor-onboarding", "distributor-registration");
        ProcessPath onboarding = found.getFirst();
        assertThat(onboarding.completed())
                .contains("Start_Invited", "Task_SendInvitation", "Catch_InvitationFollowed")
                .doesNotContain("Task_AcceptInvitation", "distributor-onboarding");
        assertThat(onboarding.active()).containsExactlyInAnyOrder("Sub_AwaitDistributor", "Call_Registration");
        assertThat(onboarding.flows()).contains("Flow_Invited", "Flow_AccountKnown_No")
                .doesNotContain("Flow_AccountKnown_Yes");
        assertThat(onboarding.stuck()).isEmpty();
        assertThat(found.getLast().active()).containsExactly("Task_RegisterDistributor");
    }

    @Test
    void anOnboardingThatIsOverHasPassedItsEnd() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.connected(supplier, people.distributor(1), 1);

        await().untilAsserted(() -> {
            List<ProcessPath> found = paths.of(keyOf(id)).orElseThrow();
            assertThat(found).extracting(ProcessPath::processId)
                    .containsExactly("distributor-onboarding", "license-connection");
            assertThat(found.getFirst().completed()).contains("End_Connected", "Call_LicenseConnection");
            assertThat(found).allSatisfy(path -> assertThat(path.active()).isEmpty());
        });
    }

    @Test
    void anInstanceThatTheEngineDoesNotKnowHasNoPath() {
        assertThat(paths.of(1)).isEmpty();
    }

    @Test
    void anEngineThatIsAwayIsNoError() {
        try (CamundaClient nobody = CamundaClient.newClientBuilder().applyEnvironmentVariableOverrides(false)
                .restAddress(URI.create("http://localhost:1")).grpcAddress(URI.create("http://localhost:1"))
                .defaultRequestTimeout(Duration.ofSeconds(1)).build()) {
            assertThat(new ProcessPaths(nobody, standing).of(1)).isEmpty();
        }
    }

    private long keyOf(OnboardingId id) {
        return jdbc.sql("select process_instance_key from onboarding where id = ?").param(id.value())
                .query(Long.class).single();
    }
}
