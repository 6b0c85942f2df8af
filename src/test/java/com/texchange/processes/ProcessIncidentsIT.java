package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.Incident;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stops at an incident goes on when a process manager has resolved it. */
class ProcessIncidentsIT extends OnboardingTestBase {

    @Test
    void aJobWithoutRetriesIsAnIncidentAndGoesOnWhenItIsResolved() {
        workers.failWithoutRetries("send-invitation");
        invite();
        assertThat(onboarding()).hasActiveIncidents().hasActiveElements("Task_SendInvitation");
        Incident incident = incident();
        assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
        assertThat(incident.getErrorMessage()).contains("the test gives up");

        workers.answer("send-invitation", Map.of("onboardingEnded", false));
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        resolve(incident, Map.of());
        followWithAccount();
        decide(false);

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents()
                .hasCompletedElement("Task_SendInvitation", 1).hasCompletedElements("End_Declined");
    }

    @Test
    void aListenerWithoutRetriesIsAnIncidentAndTheTaskComesWhenItIsResolved() {
        workers.failWithoutRetries("user-task-creating");
        invite();
        followWithAccount();
        assertThat(onboarding()).hasActiveIncidents();
        Incident incident = incident();
        assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.TASK_LISTENER_NO_RETRIES);
        assertThat(incident.getElementId()).isEqualTo("Task_AcceptInvitation");

        workers.answer("user-task-creating", Map.of());
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        resolve(incident, Map.of());
        decide(false);

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Declined");
    }

    @Test
    void whetherTheOnboardingHasEndedMustBeKnown() {
        workers.answer("send-invitation", Map.of());
        invite();
        resolveAt("Gateway_Ended", Map.of("onboardingEnded", true));

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_AlreadyEnded");
    }

    @Test
    void whetherThereIsAnAccountMustBeKnown() {
        invite();
        publish("invitation-followed", ID, ID + "/followed", Map.of("distributorCompanyId", COMPANY));
        resolveAt("Gateway_AccountKnown", Map.of("accountKnown", true));
        decide(false);

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Declined");
    }

    @Test
    void whetherTheInvitationIsExpiredMustBeKnown() {
        invite();
        assertThat(onboarding()).hasActiveElements("Sub_AwaitDistributor");
        context.increaseTime(VALID);
        resolveAt("Gateway_Expired", Map.of("expired", true));

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Expired");
    }

    @Test
    void whetherTheInvitationIsAcceptedMustBeKnown() {
        invite();
        followWithAccount();
        context.completeUserTask("Task_AcceptInvitation");
        resolveAt("Gateway_Accepted", Map.of("accepted", false));

        assertThat(onboarding()).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Declined");
    }

    @Test
    void whetherTheRegistrationIsApprovedMustBeKnown() {
        create(REGISTRATION, Map.of("registrationId", "registration-1", "registrationDue", "PT48H"));
        context.completeUserTask("Task_RegisterDistributor");
        resolveAt("Gateway_Approved", Map.of("approved", true));

        assertThat(the(REGISTRATION)).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Registered");
    }

    @Test
    void whetherLicensesAreRefusedAndToBeRetriedMustBeKnown() {
        workers.answer("connect-licenses", Map.of());
        create(CONNECTION, Map.of("orderId", "order-1", "distributorCompanyId", COMPANY, "connectDue", "PT48H"));
        resolveAt("Gateway_Refused", Map.of("refusedCount", 1));
        context.completeUserTask("Task_ResolveRefused");
        resolveAt("Gateway_RetryChosen", Map.of("retry", false));

        assertThat(the(CONNECTION)).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Published");
    }

    @Test
    void anUncaughtBpmnErrorIsAnIncident() {
        workers.throwError("establish-partnership", "not-in-the-model");
        invite();
        followWithAccount();
        decide(true);

        assertThat(onboarding()).hasActiveIncidents().hasActiveElements("Task_EstablishPartnership")
                .hasNotActivatedElements("Task_ConnectLicenses");
        assertThat(incident().getErrorType()).isEqualTo(IncidentErrorType.UNHANDLED_ERROR_EVENT);
    }

    private void resolveAt(String gateway, Map<String, Object> missing) {
        Incident incident = incident();
        assertThat(incident.getElementId()).isEqualTo(gateway);
        assertThat(incident.getErrorMessage()).contains("BOOLEAN");
        resolve(incident, missing);
    }
}
