package com.texchange.registrations;

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
 */
public record RegistrationInfo(RegistrationId id, @Nullable OnboardingId onboardingId, EmailAddress email,
        String companyName, TaxId taxId, String city, String contactName, String contactPhone, State state,
        @Nullable String reason, @Nullable CompanyId companyId, Instant requestedAt) {

    /** The company's name where others than the people concerned may read it, as in Operate; null for a person's. */
    public @Nullable String openName() {
        return OpenNames.of(companyName, taxId);
    }

    /** Waiting for the sales department; approved; rejected; account open; overtaken by the invitation's end. */
    public enum State {
        REQUESTED, APPROVED, REJECTED, OPENED, CLOSED
    }
}
