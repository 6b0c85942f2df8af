package com.texchange.registrations;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.TaxId;
import com.texchange.partners.OpenNames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to be registered, as it stands.
 *
 * @param onboardingId the onboarding whose invitation led here, or null for someone who came without one
 * @param companyId    the company that was registered for it, once the account is open
 * @param confirmation who has confirmed that the person belongs to a company that was known
 */
public record RegistrationInfo(RegistrationId id, @Nullable OnboardingId onboardingId, EmailAddress email,
        String companyName, TaxId taxId, String city, String contactName, String contactPhone, State state,
        @Nullable String reason, @Nullable CompanyId companyId, Instant requestedAt,
        Confirmation confirmation, Applicant kind) {

    /** The company's name where others than the people concerned may read it, as in Operate; null for a person's. */
    public @Nullable String openName() {
        return OpenNames.of(companyName, taxId);
    }

    /** Whether who asks has the answer, or gets it at this moment. */
    public boolean isAnswered() {
        return state == State.OPENED || state == State.REJECTED;
    }

    /**
     * Of a person for a company that is known.
     *
     * @param possible     whether the company's people can be asked; not by a process of an earlier version
     * @param askedCompany whose people are asked; null if nobody was, or need not be
     * @param company      of which the person was confirmed, asked or not; null if of none, or if nobody knows
     * @param by           who has confirmed it; null as well if nobody knows
     * @param checked      what the sales department has checked; null where the company has confirmed
     */
    public record Confirmation(boolean possible, @Nullable CompanyId askedCompany, @Nullable CompanyId company, @Nullable AccountId by,
            @Nullable String checked) {

        /** What of it concerns this company: who has confirmed, or checked what, of another one is not told here. */
        public Confirmation about(CompanyId which) {
            return which.equals(company) ? this : new Confirmation(possible, askedCompany, null, null, null);
        }
    }

    /** Waiting for the sales department; approved; rejected; account open; overtaken by the invitation's end. */
    public enum State {
        REQUESTED, APPROVED, REJECTED, OPENED, CLOSED
    }
}
