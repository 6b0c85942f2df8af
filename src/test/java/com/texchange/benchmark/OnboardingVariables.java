package com.texchange.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the application gives the engine in the course of an onboarding, where a benchmark does so in its place. */
final class OnboardingVariables {

    private OnboardingVariables() {
    }

    static Map<String, Object> started(String id) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("onboardingId", id);
        variables.put("distributorCode", "12345");
        variables.put("supplierId", "supplier");
        variables.put("supplierName", "ООО «Север»");
        variables.put("distributorName", null);
        variables.put("expiresAt", Instant.now().plus(Duration.ofDays(90)).toString());
        variables.put("reminderCycle", "R3/P14D");
        variables.put("connectReminderCycle", "R3/P14D");
        variables.put("registrationDue", "P2D");
        variables.put("connectDue", "P14D");
        return variables;
    }

    static Map<String, Object> followed() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("accountKnown", true);
        variables.put("distributorCompanyId", "company");
        variables.put("registrationId", null);
        variables.put("distributorName", null);
        return variables;
    }
}
