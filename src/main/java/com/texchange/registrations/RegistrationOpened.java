package com.texchange.registrations;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import org.jspecify.annotations.Nullable;

/** Application event, in the transaction that opens a newcomer's account. */
public record RegistrationOpened(RegistrationId registrationId, @Nullable OnboardingId onboardingId,
        CompanyId companyId) {
}
