package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to a waiting {@code distributor-onboarding} from outside: time and messages. */
class OnboardingTimersAndMessagesIT extends OnboardingProcess {

    @Test
    void remindsAsOftenAsTheCycleSaysAndNoMore() {
        Queue<ActivatedJob> reminders = answer("send-reminder");
        invite();
        process(ONBOARDING).isWaitingForMessage("invitation-followed", id);
        for (int reminder = 1; reminder <= 3; reminder++) {
            context.increaseTime(REMINDER.plusMinutes(1));
            awaitSize(reminders, reminder);
        }
        context.increaseTime(REMINDER.plusMinutes(1));

        process(ONBOARDING).hasCompletedElement("Task_SendReminder", 3).hasCompletedElement("End_Reminded", 3)
                .isActive().isWaitingForMessage("invitation-followed", id);
        assertThat(reminders).hasSize(3);
    }

    @Test
    void anInvitationThatNobodyTakesUpExpires() {
        answer("send-reminder");
        Queue<ActivatedJob> expired = answer("expire-invitation", Map.of("expired", true));
        invite();
        process(ONBOARDING).isWaitingForMessage("invitation-followed", id);
        context.increaseTime(VALID.plusMinutes(1));

        process(ONBOARDING).isCompleted()
                .hasCompletedElements("Timer_Expiry", "Task_ExpireInvitation", "Gateway_Expired", "End_Expired")
                .hasTerminatedElements("Sub_AwaitDistributor");
        assertThat(expired).hasSize(1);
    }

    @Test
    void aDecisionThatWasMadeBeforeTheExpiryCounts() {
        answer("send-reminder");
        answer("expire-invitation", Map.of("expired", false, "accepted", true, "distributorCompanyId", "d-1"));
        answerConnection(1);
        invite();
        followKnown();
        process(ONBOARDING).hasActiveElements(ACCEPT);
        context.increaseTime(VALID.plusMinutes(1));
        order();

        process(ONBOARDING).isCompleted().hasTerminatedElements(ACCEPT)
                .hasCompletedElements("Gateway_Decided", "Task_EstablishPartnership", "End_Connected")
                .hasNotActivatedElements("End_Expired");
    }

    @Test
    void aRefusalThatWasMadeBeforeTheExpiryCounts() {
        answer("send-reminder");
        answer("expire-invitation", Map.of("expired", false, "accepted", false, "distributorCompanyId", "d-1"));
        answer("notify-declined");
        invite();
        followKnown();
        process(ONBOARDING).hasActiveElements(ACCEPT);
        context.increaseTime(VALID.plusMinutes(1));

        process(ONBOARDING).isCompleted().hasCompletedElements("Gateway_Decided", "End_Declined");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRevokedInvitationEndsWhetherItWasFollowedOrNot(boolean followed) {
        answer("revoke-invitation");
        invite();
        if (followed) {
            followKnown();
            process(ONBOARDING).hasActiveElements(ACCEPT);
        }
        process(ONBOARDING).isWaitingForMessage("invitation-revoked", id);
        publish("invitation-revoked", id, Map.of());

        process(ONBOARDING).isCompleted()
                .hasCompletedElements("Message_Revoked", "Task_RevokeInvitation", "End_Revoked")
                .hasTerminatedElements("Sub_AwaitDistributor");
        assertThat(client.newUserTaskSearchRequest().send().join().items()).hasSize(followed ? 1 : 0);
        awaitSize(listeners.get("user-task-canceling"), followed ? 1 : 0);
    }

    @Test
    void remindsOfTheLicensesAsOftenAsTheCycleSays() {
        Queue<ActivatedJob> reminders = answer("remind-connection");
        answerConnection(1);
        invite();
        followKnown();
        decide(true);
        process(ONBOARDING).hasActiveElements(CONNECT);
        for (int reminder = 1; reminder <= 2; reminder++) {
            context.increaseTime(REMINDER.plusMinutes(1));
            awaitSize(reminders, reminder);
        }
        context.increaseTime(Duration.ofDays(100));
        order();

        process(ONBOARDING).isCompleted().hasCompletedElement("Timer_ConnectReminder", 2)
                .hasCompletedElement("Task_RemindConnection", 2).hasCompletedElement("End_ConnectReminded", 2)
                .hasCompletedElements("End_Connected");
        assertThat(reminders).hasSize(2);
    }

    @Test
    void aStartMessageThatComesTwiceStartsOneInstance() {
        invite();
        process(ONBOARDING).isWaitingForMessage("invitation-followed", id);
        assertThat(rejection(this::invite)).contains("ALREADY_EXISTS");
        // Under another message id it is not known as a repetition, but its key has an active instance.
        client.newPublishMessageCommand().messageName("distributor-invited").correlationKey(id).messageId("other")
                .timeToLive(Duration.ZERO).variables(startVariables()).send().join();

        answer("revoke-invitation");
        publish("invitation-revoked", id, Map.of());
        process(ONBOARDING).isCompleted();
        assertThat(instances(ONBOARDING)).hasSize(1);
        assertThat(invitations).hasSize(1);
    }

    @Test
    void aStartMessageAfterTheEndMakesAnInstanceThatEndsAtOnce() {
        answer("revoke-invitation");
        invite();
        process(ONBOARDING).isWaitingForMessage("invitation-revoked", id);
        publish("invitation-revoked", id, Map.of());
        process(ONBOARDING).isCompleted();

        ended = true;
        client.newPublishMessageCommand().messageName("distributor-invited").correlationKey(id).messageId("late")
                .timeToLive(Duration.ZERO).variables(startVariables()).send().join();
        awaitEnded(ONBOARDING, 2);
        CamundaAssert.assertThatProcessInstance(ProcessInstanceSelectors.byKey(
                        instances(ONBOARDING).getLast().getProcessInstanceKey())).isCompleted()
                .hasCompletedElements("Gateway_Ended", "End_AlreadyEnded").hasNotActivatedElements("Sub_AwaitDistributor");
    }

    @Test
    void messagesAfterTheEndFindNobody() {
        answer("revoke-invitation");
        invite();
        process(ONBOARDING).isWaitingForMessage("invitation-revoked", id);
        publish("invitation-revoked", id, Map.of());
        process(ONBOARDING).isCompleted();

        followKnown();
        client.newPublishMessageCommand().messageName("invitation-revoked").correlationKey(id).messageId("again")
                .timeToLive(Duration.ofHours(1)).send().join();
        context.increaseTime(Duration.ofMinutes(1));
        await().during(Duration.ofMillis(300)).until(() -> instances(ONBOARDING).size() == 1);
        process(ONBOARDING).isCompleted().hasCompletedElement("End_Revoked", 1);
    }

    private static String rejection(Runnable command) {
        try {
            command.run();
            return "accepted";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
