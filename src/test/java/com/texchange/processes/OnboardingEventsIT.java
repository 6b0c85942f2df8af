package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may come in between: reminders, expiry, revocation, rejection. */
class OnboardingEventsIT extends OnboardingTestBase {

    private static final int REMINDERS = 3;

    @Test
    void remindsAsOftenAsConfiguredAndThenNoMoreUntilTheInvitationExpires() {
        workers.answer("expire-invitation", Map.of("expired", true));
        invite();
        awaitTheDistributor();
        for (int count = 1; count <= REMINDERS; count++) {
            context.increaseTime(REMINDER);
            assertThat(onboarding()).hasCompletedElement("End_Reminded", count)
                    .hasActiveElements("Sub_AwaitDistributor");
        }
        // Timers fire in the order of their due dates: a fourth reminder would come before the expiry.
        context.increaseTime(VALID.minus(REMINDER.multipliedBy(REMINDERS)));

        assertThat(onboarding()).isCompleted()
                .hasCompletedElements("End_Expired")
                .hasCompletedElement("Timer_Reminder", REMINDERS)
                .hasCompletedElement("Task_SendReminder", REMINDERS);
        assertThat(workers.jobs("send-reminder")).hasSize(REMINDERS);
    }

    @Test
    void anInvitationThatNobodyTookUpExpires() {
        workers.answer("expire-invitation", Map.of("expired", true));
        invite();
        awaitTheDistributor();
        context.increaseTime(VALID);

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Sub_AwaitDistributor")
                .hasCompletedElements("Timer_Expiry", "Task_ExpireInvitation", "Gateway_Expired", "End_Expired")
                .hasNotActivatedElements("Gateway_Decided", "End_Declined", "End_Connected");
    }

    @Test
    void anInvitationAcceptedInTimeGoesOnWhenItExpires() {
        workers.answer("expire-invitation",
                Map.of("expired", false, "accepted", true, "distributorCompanyId", COMPANY));
        invite();
        awaitTheDistributor();
        context.increaseTime(VALID);
        chooseLicenses("order-1");

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Sub_AwaitDistributor")
                .hasCompletedElements("Gateway_Expired", "Gateway_Decided", "Task_EstablishPartnership",
                        "End_Connected")
                .hasNotActivatedElements("End_Expired", "Task_AcceptInvitation");
    }

    @Test
    void anInvitationDeclinedInTimeIsNotToldAsExpired() {
        workers.answer("expire-invitation",
                Map.of("expired", false, "accepted", false, "distributorCompanyId", COMPANY));
        invite();
        followWithAccount();
        assertThat(byElementId("Task_AcceptInvitation")).isCreated();
        context.increaseTime(VALID);

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Task_AcceptInvitation", "Sub_AwaitDistributor")
                .hasCompletedElements("Gateway_Decided", "Task_NotifyDeclined", "End_Declined")
                .hasNotActivatedElements("End_Expired", "Task_EstablishPartnership");
    }

    @Test
    void anInvitationIsRevokedBeforeItWasFollowed() {
        invite();
        awaitTheDistributor();
        revoke();

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Catch_InvitationFollowed", "Sub_AwaitDistributor")
                .hasCompletedElements("Message_Revoked", "Task_RevokeInvitation", "End_Revoked")
                .hasCorrelatedMessage("invitation-revoked", ID)
                .hasNotActivatedElements("Task_AcceptInvitation");
    }

    @Test
    void anInvitationIsRevokedAfterItWasFollowed() {
        invite();
        followWithAccount();
        assertThat(onboarding()).hasActiveElements("Task_AcceptInvitation");
        revoke();

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Task_AcceptInvitation", "Sub_AwaitDistributor")
                .hasCompletedElements("Message_Revoked", "Task_RevokeInvitation", "End_Revoked");
        assertThat(workers.jobs("user-task-canceling")).hasSize(1);
    }

    @Test
    void anInvitationIsRevokedWhileTheSalesDepartmentRegistersTheDistributor() {
        invite();
        followWithoutAccount();
        assertThat(the(REGISTRATION)).hasActiveElements("Task_RegisterDistributor");
        revoke();

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Call_Registration", "Sub_AwaitDistributor")
                .hasCompletedElements("End_Revoked");
        assertThat(the(REGISTRATION)).isTerminated().hasNotActivatedElements("Gateway_Approved");
    }

    @Test
    void aRejectedRegistrationClosesTheOnboarding() {
        invite();
        followWithoutAccount();
        context.completeUserTask("Task_RegisterDistributor", Map.of("approved", false));

        assertThat(onboarding()).isCompleted()
                .hasTerminatedElements("Call_Registration", "Sub_AwaitDistributor")
                .hasCompletedElements("Error_Rejected", "Task_CloseRejected", "End_Rejected")
                .hasNotActivatedElements("Task_AcceptInvitation", "End_Revoked");
    }

    @Test
    void remindsOfTheChoiceOfLicensesAsOftenAsConfiguredAndThenNoMore() {
        invite();
        followWithAccount();
        decide(true);
        assertThat(byElementId("Task_ConnectLicenses")).isCreated();
        Duration afterTheLast = REMINDER.multipliedBy(REMINDERS + 1L).plusDays(1);
        Witness later = Witness.in(client, afterTheLast);
        for (int count = 1; count <= REMINDERS; count++) {
            context.increaseTime(REMINDER);
            assertThat(onboarding()).hasCompletedElement("End_ConnectReminded", count)
                    .hasActiveElements("Task_ConnectLicenses");
        }
        context.increaseTime(afterTheLast.minus(REMINDER.multipliedBy(REMINDERS)));
        later.awaitEnd();
        chooseLicenses("order-1");

        assertThat(onboarding()).isCompleted()
                .hasCompletedElements("End_Connected")
                .hasCompletedElement("Timer_ConnectReminder", REMINDERS)
                .hasCompletedElement("Task_RemindConnection", REMINDERS);
        assertThat(workers.jobs("remind-connection")).hasSize(REMINDERS);
    }

    private void awaitTheDistributor() {
        assertThat(onboarding()).hasActiveElements("Catch_InvitationFollowed")
                .isWaitingForMessage("invitation-followed", ID)
                .isWaitingForMessage("invitation-revoked", ID);
    }
}
