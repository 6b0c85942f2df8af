package com.texchange.processes;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of {@code distributor-onboarding} share: its steps answered as on the way that goes well. */
abstract class OnboardingProcess extends ProcessTestBase {

    static final Duration VALID = Duration.ofDays(90);
    static final Duration REMINDER = Duration.ofDays(14);
    static final String ACCEPT = "Task_AcceptInvitation";
    static final String CONNECT = "Task_ConnectLicenses";
    static final String REGISTER = "Task_RegisterDistributor";

    Queue<ActivatedJob> invitations;

    /** What the business says of the onboarding when its process begins. */
    volatile boolean ended;

    @BeforeEach
    void answerCommonSteps() {
        invitations = work("send-invitation", (jobs, job) -> jobs.newCompleteCommand(job)
                .variables(Map.of("onboardingEnded", ended)).send().join());
        answer("establish-partnership");
        answer("confirm-onboarding");
    }

    void invite() {
        publish("distributor-invited", id, startVariables());
    }

    Map<String, Object> startVariables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("onboardingId", id);
        variables.put("distributorCode", "00042");
        variables.put("supplierId", "s-1");
        variables.put("expiresAt", Instant.now().plus(VALID).toString());
        variables.put("reminderCycle", "R3/PT336H");
        variables.put("connectReminderCycle", "R2/PT336H");
        variables.put("registrationDue", "PT48H");
        variables.put("acceptDue", "PT336H");
        variables.put("connectDue", "PT336H");
        return variables;
    }

    /** Someone with an account has followed the link. */
    void followKnown() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("accountKnown", true);
        variables.put("distributorCompanyId", "d-1");
        variables.put("registrationId", null);
        publish("invitation-followed", id, variables);
    }

    void followNew() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("accountKnown", false);
        variables.put("distributorCompanyId", null);
        variables.put("registrationId", "r-1");
        publish("invitation-followed", id, variables);
    }

    void decide(boolean accepted) {
        context.completeUserTask(ACCEPT, Map.of("accepted", accepted));
    }

    void order() {
        context.completeUserTask(CONNECT, Map.of("orderId", "o-1"));
    }

    /** The order's licenses are connected, so many of them. */
    void answerConnection(int connected) {
        answer("connect-licenses", Map.of("refusedCount", 0));
        answer("publish-connections", Map.of("connectedCount", connected));
    }
}
