package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sales department's decision on a newcomer. */
class DistributorRegistrationProcessIT extends ProcessTestBase {

    private static final String ID = "registration-1";
    private static final Duration DUE = Duration.ofDays(2);

    @BeforeEach
    void answerAsUsual() {
        workers.answer("open-account", Map.of("distributorCompanyId", "company-new"));
    }

    @Test
    void anApprovedRequestWithoutInvitationOpensAnAccount() {
        request();
        assertThat(byElementId("Task_RegisterDistributor")).isCreated().hasCandidateGroup("sales");
        decide(true);

        assertThat(the(REGISTRATION)).isCompleted()
                .hasCompletedElementsInOrder("Start_RegistrationRequested", "Gateway_Start",
                        "Task_RegisterDistributor", "Gateway_Approved", "Gateway_AccountDue", "Task_OpenAccount",
                        "Gateway_CompanyAsked", "End_Registered")
                .hasVariable("distributorCompanyId", "company-new")
                .hasNotActivatedElements("Start_Registration", "Task_NotifyRejected", "Task_EscalateRegistration",
                        "Task_ConfirmColleague");
    }

    /** What kind of company it is, the steps know: the road is the same. */
    @Test
    void aSuppliersRequestGoesTheSameRoad() {
        workers.answer("open-account", Map.of("companyAsked", false, "supplierCompanyId", "company-new"));
        request();
        decide(true);

        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_Registered")
                .hasVariable("supplierCompanyId", "company-new");
    }

    @Test
    void theAccountOfAKnownCompanysNewPersonIsOpenedOnceSomebodyHasConfirmedThePerson() {
        askCompany();
        assertThat(byElementId("Task_ConfirmColleague")).isCreated().hasCandidateGroup("sales")
                .hasCandidateGroup("administrators-company-known");
        assertThat(the(REGISTRATION)).hasNotActivatedElements("End_Registered");
        context.completeUserTask("Task_ConfirmColleague", Map.of("confirmed", true));

        assertThat(the(REGISTRATION)).isCompleted()
                .hasCompletedElementsInOrder("Task_OpenAccount", "Gateway_CompanyAsked", "Task_ConfirmColleague",
                        "Gateway_Confirmed", "Gateway_AccountDue", "Task_OpenAccount", "Gateway_CompanyAsked", "End_Registered")
                .hasVariable("distributorCompanyId", "company-new").hasNotActivatedElements("Task_NotifyRejected");
    }

    @Test
    void whomTheKnownCompanyDoesNotConfirmIsTurnedDown() {
        askCompany();
        context.completeUserTask("Task_ConfirmColleague", Map.of("confirmed", false));

        assertThat(the(REGISTRATION)).isCompleted()
                .hasCompletedElementsInOrder("Task_ConfirmColleague", "Gateway_Confirmed", "Gateway_RejectionDue",
                        "Task_NotifyRejected", "End_NotRegistered")
                .hasNotActivatedElements("End_Registered");
    }

    private void askCompany() {
        workers.answerInTurn("open-account", Map.of("companyAsked", true, "companyGroup", "administrators-company-known"),
                Map.of("companyAsked", false, "distributorCompanyId", "company-new"));
        request();
        decide(true);
    }

    @Test
    void anApprovedRequestByInvitationOpensAnAccount() {
        create(REGISTRATION, invited());
        decide(true);

        assertThat(the(REGISTRATION)).isCompleted()
                .hasCompletedElementsInOrder("Start_Registration", "Gateway_Start", "Task_RegisterDistributor",
                        "Task_OpenAccount", "End_Registered")
                .hasNotActivatedElements("Start_RegistrationRequested");
    }

    @Test
    void aRejectedRequestWithoutInvitationEndsWithoutAnError() {
        request();
        decide(false);

        assertThat(the(REGISTRATION)).isCompleted().hasNoActiveIncidents()
                .hasCompletedElements("Task_NotifyRejected", "Gateway_Invited", "End_NotRegistered")
                .hasNotActivatedElements("Task_OpenAccount", "End_Rejected");
    }

    /** Called by an onboarding, the error is caught there; started by itself, nobody does. */
    @Test
    void aRejectedRequestByInvitationEndsInTheErrorThatTheCallerCatches() {
        create(REGISTRATION, invited());
        decide(false);

        assertThat(the(REGISTRATION)).hasActiveIncidents()
                .hasCompletedElements("Task_NotifyRejected", "Gateway_Invited")
                .hasNotActivatedElements("Task_OpenAccount", "End_NotRegistered");
        assertThat(incident().getElementId()).isEqualTo("End_Rejected");
        assertThat(incident().getErrorMessage()).contains("registration-rejected");
    }

    @Test
    void anOverdueRequestIsEscalatedOnceAndStaysOpen() {
        request();
        assertThat(byElementId("Task_RegisterDistributor")).isCreated();
        Witness later = Witness.in(client, DUE.multipliedBy(3));
        context.increaseTime(DUE);
        assertThat(the(REGISTRATION)).hasCompletedElements("Timer_Escalation", "Task_EscalateRegistration",
                "End_Escalated").hasActiveElements("Task_RegisterDistributor");
        context.increaseTime(DUE.multipliedBy(2));
        later.awaitEnd();
        decide(true);

        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_Registered");
        assertThat(workers.jobs("escalate-registration")).hasSize(1);
    }

    @Test
    void theDateThatTheApplicationGivesIsTheTasksAndTheRemindersAlike() {
        Instant due = context.getCurrentTime().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> variables = new HashMap<>(invited());
        variables.put("registrationDueAt", due.toString());
        create(REGISTRATION, variables);
        assertThat(byElementId("Task_RegisterDistributor")).isCreated().hasDueDate(due.toString());

        Witness justBefore = Witness.in(client, Duration.ofDays(3).minusMinutes(10));
        context.increaseTime(Duration.ofDays(3).minusMinutes(5));
        justBefore.awaitEnd();
        assertThat(the(REGISTRATION)).hasNotActivatedElements("Timer_Escalation", "Task_EscalateRegistration");
        context.increaseTime(Duration.ofMinutes(10));
        assertThat(the(REGISTRATION)).hasCompletedElements("Timer_Escalation", "Task_EscalateRegistration");
    }

    @Test
    void aRequestDecidedInTimeIsNotEscalated() {
        request();
        decide(true);
        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_Registered");
        Witness later = Witness.in(client, DUE);
        context.increaseTime(DUE);
        later.awaitEnd();

        assertThat(the(REGISTRATION)).hasNotActivatedElements("Timer_Escalation", "Task_EscalateRegistration");
    }

    @Test
    void theSameRequestTwiceIsOneRegistration() {
        request();
        publishAgain("registration-requested", ID, ID, requested());
        Witness.awaitAllBefore(client);
        decide(false);

        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_NotRegistered");
        assertThat(instances(REGISTRATION)).hasSize(1);
    }

    private void request() {
        publish("registration-requested", ID, ID, requested());
    }

    private void decide(boolean approved) {
        context.completeUserTask("Task_RegisterDistributor", Map.of("approved", approved));
    }

    private static Map<String, Object> requested() {
        return Map.of("registrationId", ID, "registrationDue", DUE.toString());
    }

    private static Map<String, Object> invited() {
        Map<String, Object> variables = new HashMap<>(requested());
        variables.put("onboardingId", "onboarding-1");
        return variables;
    }
}
