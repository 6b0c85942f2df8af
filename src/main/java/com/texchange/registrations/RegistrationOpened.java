package com.texchange.registrations;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/** Application event, in the transaction that opens a newcomer's account. */
public record RegistrationOpened(@Nullable OnboardingId onboardingId, CompanyId companyId, Outcome outcome) {

    /** What a registration has come to: the letter and the story say what really happened. */
    public enum Outcome {
        /** A new company, or a company that was known and a new person of it. */
        REGISTERED, ADDED,
        /** The person had an account: its company is a distributor now, or was one before. */
        WIDENED, KNOWN;

        boolean hadAccount() {
            return this == WIDENED || this == KNOWN;
        }
    }
}
