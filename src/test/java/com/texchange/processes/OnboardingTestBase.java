package com.texchange.processes;

import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Leads an onboarding with the variables and the messages of the application. */
abstract class OnboardingTestBase extends ProcessTestBase {

    static final String ID = "onboarding-1";
    static final String COMPANY = "company-known";
    static final Duration REMINDER = Duration.ofDays(14);
    static final Duration VALID = Duration.ofDays(90);

    /** The usual answers; tests change the ones that they are about. */
    @BeforeEach
    void answerAsUsual() {
        workers.answer("send-invitation", Map.of("onboardingEnded", false));
        workers.answer("open-account", Map.of("distributorCompanyId", "company-new", "distributorName", "ООО \"Новичок\""));
        workers.answer("connect-licenses", Map.of("refusedCount", 0));
        workers.answer("publish-connections", Map.of("connectedCount", 2));
    }

    static ProcessInstanceSelector onboarding() {
        return the(ONBOARDING);
    }

    void invite() {
        publish("distributor-invited", ID, ID, startVariables());
    }

    Map<String, Object> startVariables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("onboardingId", ID);
        variables.put("distributorCode", "12345");
        variables.put("supplierId", "supplier");
        variables.put("supplierName", "ООО \"ПК Север\"");
        variables.put("distributorName", null);
        variables.put("expiresAt", context.getCurrentTime().plus(VALID).toString());
        variables.put("reminderCycle", "R3/" + REMINDER);
        variables.put("connectReminderCycle", "R3/" + REMINDER);
        variables.put("registrationDue", Duration.ofDays(2).toString());
        variables.put("connectDue", Duration.ofDays(14).toString());
        return variables;
    }

    void followWithAccount() {
        publish("invitation-followed", ID, ID + "/followed", followed(true, COMPANY, null));
    }

    void followWithoutAccount() {
        publish("invitation-followed", ID, ID + "/followed", followed(false, null, "registration-1"));
    }

    static Map<String, Object> followed(boolean known, @Nullable String company, @Nullable String registration) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("accountKnown", known);
        variables.put("distributorCompanyId", company);
        variables.put("registrationId", registration);
        variables.put("distributorName", null);
        return variables;
    }

    void revoke() {
        publish("invitation-revoked", ID, ID + "/revoked", Map.of());
    }

    void decide(boolean accepted) {
        context.completeUserTask("Task_AcceptInvitation", Map.of("accepted", accepted));
    }

    void chooseLicenses(String order) {
        context.completeUserTask("Task_ConnectLicenses", Map.of("orderId", order));
    }
}
