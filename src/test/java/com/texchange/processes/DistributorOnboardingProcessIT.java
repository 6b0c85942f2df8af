package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the invitation to its end, over each gateway. */
class DistributorOnboardingProcessIT extends OnboardingTestBase {

    @Test
    void aDistributorWithAnAccountAcceptsAndConnectsLicenses() {
        invite();
        followWithAccount();
        assertThat(byElementId("Task_AcceptInvitation")).isCreated().hasCandidateGroup("company-" + COMPANY);
        decide(true);
        assertThat(byElementId("Task_ConnectLicenses")).isCreated().hasCandidateGroup("company-" + COMPANY);
        chooseLicenses("order-1");

        assertThat(onboarding()).isCompleted()
                .hasCompletedElementsInOrder("Start_Invited", "Task_SendInvitation", "Gateway_Ended",
                        "Sub_AwaitDistributor", "Gateway_Decided", "Gateway_Accepted", "Task_EstablishPartnership",
                        "Gateway_Connect", "Task_ConnectLicenses", "Call_LicenseConnection", "Gateway_AnyConnected",
                        "Task_ConfirmOnboarding", "End_Connected")
                .hasCompletedElements("Catch_InvitationFollowed", "Task_AcceptInvitation", "End_Decided")
                .hasVariable("accepted", true)
                .hasVariable("connectedCount", 2)
                .hasNotActivatedElements("Call_Registration", "Task_NotifyDeclined", "Task_ExpireInvitation",
                        "End_AlreadyEnded", "End_Declined");
    }

    @Test
    void aDistributorWithoutAnAccountIsRegisteredFirst() {
        invite();
        followWithoutAccount();
        context.completeUserTask("Task_RegisterDistributor", Map.of("approved", true));
        assertThat(byElementId("Task_AcceptInvitation")).isCreated().hasCandidateGroup("company-company-new");
        decide(true);
        chooseLicenses("order-1");

        assertThat(onboarding()).isCompleted()
                .hasCompletedElements("Call_Registration", "Gateway_AccountReady", "Task_AcceptInvitation",
                        "End_Connected")
                .hasNotActivatedElements("Error_Rejected", "End_Rejected");
        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("Start_Registration", "End_Registered");
    }

    @Test
    void aDeclinedInvitationIsToldToTheSupplier() {
        invite();
        followWithAccount();
        decide(false);

        assertThat(onboarding()).isCompleted()
                .hasCompletedElements("Gateway_Accepted", "Task_NotifyDeclined", "End_Declined")
                .hasVariable("accepted", false)
                .hasNotActivatedElements("Task_EstablishPartnership", "Task_ConnectLicenses", "End_Connected");
    }

    @Test
    void nothingConnectedLeadsBackToTheChoiceOfLicenses() {
        workers.answerInTurn("publish-connections", Map.of("connectedCount", 0), Map.of("connectedCount", 3));
        invite();
        followWithAccount();
        decide(true);
        chooseLicenses("order-1");
        assertThat(onboarding()).hasCompletedElement("Gateway_AnyConnected", 1)
                .hasActiveElement("Task_ConnectLicenses", 1)
                .hasNotActivatedElements("Task_ConfirmOnboarding");
        chooseLicenses("order-2");

        assertThat(onboarding()).isCompleted()
                .hasCompletedElement("Task_ConnectLicenses", 2)
                .hasCompletedElement("Call_LicenseConnection", 2)
                .hasCompletedElement("Gateway_Connect", 2)
                .hasCompletedElement("Task_ConfirmOnboarding", 1)
                .hasCompletedElements("End_Connected")
                .hasVariable("orderId", "order-2")
                .hasVariable("connectedCount", 3);
    }

    @Test
    void aStartAfterTheEndOfTheOnboardingEndsAtOnce() {
        workers.answer("send-invitation", Map.of("onboardingEnded", true));
        invite();

        assertThat(onboarding()).isCompleted()
                .hasCompletedElements("Task_SendInvitation", "Gateway_Ended", "End_AlreadyEnded")
                .hasVariable("onboardingEnded", true)
                .hasNotActivatedElements("Sub_AwaitDistributor");
    }
}
