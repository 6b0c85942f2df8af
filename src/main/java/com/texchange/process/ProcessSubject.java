package com.texchange.process;

import java.util.UUID;

/** What a process is about: one object of the business. */
public record ProcessSubject(Kind kind, UUID id) {

    /** Kinds of subjects; each has processes of its own. */
    public enum Kind {

        ONBOARDING("onboardingId"), REGISTRATION("registrationId"), ORDER("orderId"), GRANT_REQUEST("grantRequestId");

        private final String variable;

        Kind(String variable) {
            this.variable = variable;
        }

        /** The process variable that holds the id. */
        String variable() {
            return variable;
        }
    }
}
