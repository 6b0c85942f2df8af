package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The ways through {@code distributor-onboarding} that people's decisions lead. */
class OnboardingPathsIT extends OnboardingProcess {

    @Test
    void aKnownDistributorAcceptsAndConnectsLicenses() {
        answerConnection(3);
        invite();
        followKnown();
        decide(true);
        order();

        process(ONBOARDING).isCompleted()
                .hasCompletedElementsInOrder("Start_Invited", "Task_SendInvitation", "Gateway_Ended",
                        "Catch_InvitationFollowed", "Gateway_AccountKnown", "Gateway_AccountReady", ACCEPT,
                        "End_Decided", "Gateway_Accepted", "Task_EstablishPartnership", CONNECT,
                        "Call_LicenseConnection", "Gateway_AnyConnected", "Task_ConfirmOnboarding", "End_Connected")
                .hasNotActivatedElements("Call_Registration", "Task_NotifyDeclined")
                .hasVariable("connectedCount", 3);
    }

    @Test
    void aNewcomerIsRegisteredFirst() {
        answer("open-account", Map.of("distributorCompanyId", "d-new", "secretOfTheCall", "x"));
        answerConnection(1);
        invite();
        followNew();
        context.completeUserTask(REGISTER, Map.of("approved", true));
        decide(true);
        order();

        process(ONBOARDING).isCompleted()
                .hasCompletedElements("Call_Registration", "Gateway_AccountReady", "End_Connected")
                .hasVariable("distributorCompanyId", "d-new");
        assertThat(variableNames(ONBOARDING)).doesNotContain("secretOfTheCall", "approved");
        process(REGISTRATION).isCompleted().hasCompletedElements("Start_Registration", "End_Registered")
                .hasVariables(Map.of("onboardingId", id, "registrationId", "r-1", "registrationDue", "PT48H"));
        assertThat(variableNames(REGISTRATION)).doesNotContain("distributorCode", "supplierId", "expiresAt");
    }

    @Test
    void theTaskToAcceptIsOfferedToTheDistributorsPeople() {
        answer("notify-declined");
        invite();
        followKnown();
        process(ONBOARDING).hasActiveElements(ACCEPT);
        assertThat(client.newUserTaskSearchRequest().filter(task -> task.elementId(ACCEPT)).send().join().singleItem()
                .getCandidateGroups()).containsExactly("company-d-1");
        assertThat(listeners.get("user-task-creating")).singleElement().satisfies(job ->
                assertThat(job.getCustomHeaders()).containsEntry("io.camunda.zeebe:candidateGroups", "[\"company-d-1\"]")
                        .containsKeys("io.camunda.zeebe:userTaskKey", "io.camunda.zeebe:dueDate"));
    }

    @Test
    void aDeclinedInvitationIsToldToTheSupplier() {
        Queue<ActivatedJob> told = answer("notify-declined");
        invite();
        followKnown();
        decide(false);

        process(ONBOARDING).isCompleted().hasCompletedElements("Task_NotifyDeclined", "End_Declined")
                .hasNotActivatedElements("Task_EstablishPartnership");
        assertThat(told).singleElement().satisfies(job -> assertThat(job.getVariablesAsMap())
                .containsEntry("onboardingId", id));
    }

    @Test
    void aRejectedRegistrationClosesTheInvitation() {
        Queue<ActivatedJob> told = answer("notify-rejected");
        answer("close-rejected");
        invite();
        followNew();
        context.completeUserTask(REGISTER, Map.of("approved", false));

        process(ONBOARDING).isCompleted()
                .hasCompletedElements("Error_Rejected", "Task_CloseRejected", "End_Rejected")
                .hasTerminatedElements("Sub_AwaitDistributor", "Call_Registration")
                .hasNotActivatedElements(ACCEPT);
        assertThat(told).hasSize(1);
    }

    @Test
    void whenNothingCouldBeConnectedTheDistributorChoosesAgain() {
        answer("connect-licenses", Map.of("refusedCount", 0));
        answerInTurn("publish-connections", Map.of("connectedCount", 0), Map.of("connectedCount", 2));
        invite();
        followKnown();
        decide(true);
        order();
        process(ONBOARDING).hasCompletedElement("Gateway_AnyConnected", 1).hasActiveElement(CONNECT, 1);
        order();

        process(ONBOARDING).isCompleted().hasCompletedElement("Gateway_Connect", 2).hasCompletedElement(CONNECT, 2)
                .hasCompletedElements("End_Connected");
    }

    @Test
    void theConnectionGetsTheOrderAndNothingElse() {
        answerConnection(1);
        invite();
        followKnown();
        decide(true);
        order();

        process(ONBOARDING).isCompleted();
        process(CONNECTION).isCompleted().hasCompletedElements("Start_Connection", "End_Published")
                .hasVariables(Map.of("orderId", "o-1", "distributorCompanyId", "d-1", "onboardingId", id,
                        "connectDue", "PT336H"));
        assertThat(variableNames(CONNECTION)).doesNotContain("distributorCode", "supplierId", "accepted");
        assertThat(variableNames(ONBOARDING)).doesNotContain("refusedCount");
    }
}
