package com.texchange.registrations;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/**
 * Application event, in the transaction that opens a newcomer's account.
 *
 * @param confirmedBy who has confirmed a new person of a known company; null where nobody had to, or nobody knows
 * @param checked     what the sales department has checked for that; null where the company has confirmed
 */
public record RegistrationOpened(@Nullable OnboardingId onboardingId, CompanyId companyId, Outcome outcome,
        @Nullable AccountId confirmedBy, @Nullable String checked) {

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
