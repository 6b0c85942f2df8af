package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages that come too early, twice, or after the end. */
class OnboardingMessagesIT extends OnboardingTestBase {

    @Test
    void theSameStartMessageIsRefusedWhileTheEngineKeepsIt() {
        invite();
        publishAgain("distributor-invited", ID, ID, startVariables());
        Witness.awaitAllBefore(client);

        assertThat(instances(ONBOARDING)).hasSize(1);
        revoke();
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Revoked");
        assertThat(workers.jobs("send-invitation")).hasSize(1);
    }

    @Test
    void anActiveOnboardingIsNotStartedASecondTime() {
        invite();
        publishOnce("distributor-invited", "another-message", startVariables());
        Witness.awaitAllBefore(client);
        assertThat(onboarding()).hasActiveElements("Sub_AwaitDistributor");
        assertThat(instances(ONBOARDING)).hasSize(1);

        revoke();
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Revoked");
        Witness.awaitAllBefore(client);
        assertThat(instances(ONBOARDING)).hasSize(1);
    }

    @Test
    void aStartMessageKeptUntilTheEndMakesAnInstanceThatEndsAtOnce() {
        workers.answerInTurn("send-invitation", Map.of("onboardingEnded", false), Map.of("onboardingEnded", true));
        invite();
        publish("distributor-invited", ID, "another-message", startVariables());
        revoke();

        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Revoked");
        assertThat(instance(ONBOARDING, 2)).isCompleted()
                .hasCompletedElements("End_AlreadyEnded")
                .hasNotActivatedElements("Sub_AwaitDistributor");
    }

    @Test
    void aStartMessageAfterTheEndMakesAnInstanceThatEndsAtOnce() {
        workers.answerInTurn("send-invitation", Map.of("onboardingEnded", false), Map.of("onboardingEnded", true));
        invite();
        followWithAccount();
        decide(false);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Declined");
        publish("distributor-invited", ID, "another-message", startVariables());

        assertThat(instance(ONBOARDING, 2)).isCompleted()
                .hasCompletedElements("Gateway_Ended", "End_AlreadyEnded")
                .hasNotActivatedElements("Sub_AwaitDistributor");
        assertThat(workers.jobs("notify-declined")).hasSize(1);
    }

    @Test
    void aFollowedInvitationIsKeptUntilTheLetterWasSentAndCountsOnce() {
        workers.hold("send-invitation");
        invite();
        followWithAccount();
        publishAgain("invitation-followed", ID, ID + "/followed", followed(true, "another-company", null));
        client.newCompleteCommand(workers.job("send-invitation")).variables(Map.of("onboardingEnded", false))
                .send().join();
        decide(false);

        assertThat(onboarding()).isCompleted()
                .hasCompletedElement("Catch_InvitationFollowed", 1)
                .hasCompletedElement("Task_AcceptInvitation", 1)
                .hasCompletedElements("End_Declined")
                .hasVariable("distributorCompanyId", COMPANY);
    }

    @Test
    void aSecondFollowingWhileTheDistributorDecidesChangesNothing() {
        invite();
        followWithAccount();
        assertThat(onboarding()).hasActiveElements("Task_AcceptInvitation");
        publishOnce("invitation-followed", "another-message", followed(true, "another-company", null));
        Witness.awaitAllBefore(client);
        decide(false);

        assertThat(onboarding()).isCompleted()
                .hasCompletedElement("Task_AcceptInvitation", 1)
                .hasCompletedElements("End_Declined")
                .hasVariable("distributorCompanyId", COMPANY);
    }

    @Test
    void aRevocationSentTwiceClosesOnce() {
        workers.hold("revoke-invitation");
        invite();
        revoke();
        publishAgain("invitation-revoked", ID, ID + "/revoked", Map.of());
        publishOnce("invitation-revoked", "another-message", Map.of());
        workers.complete(workers.job("revoke-invitation"));

        assertThat(onboarding()).isCompleted().hasCompletedElement("Message_Revoked", 1)
                .hasCompletedElement("Task_RevokeInvitation", 1).hasCompletedElements("End_Revoked");
    }

    @Test
    void followingAndRevokingAfterTheEndDoNothing() {
        invite();
        followWithAccount();
        decide(false);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Declined");
        publish("invitation-followed", ID, "another-followed", followed(true, COMPANY, null));
        revoke();
        Witness.awaitAllBefore(client);

        assertThat(instances(ONBOARDING)).hasSize(1);
        assertThat(onboarding()).isNotWaitingForMessage("invitation-followed", ID)
                .isNotWaitingForMessage("invitation-revoked", ID)
                .hasNotActivatedElements("Message_Revoked", "Task_RevokeInvitation");
        assertThat(workers.jobs("revoke-invitation")).isEmpty();
    }

    /** The engine does not keep the message if nothing waits for it now. */
    private void publishOnce(String message, String messageId, Map<String, Object> variables) {
        client.newPublishMessageCommand().messageName(message).correlationKey(ID).messageId(messageId)
                .timeToLive(Duration.ZERO).variables(variables).send().join();
    }
}
