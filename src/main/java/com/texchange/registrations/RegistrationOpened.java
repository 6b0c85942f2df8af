package com.texchange.registrations;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/** Application event, in the transaction that opens a newcomer's account. */
public record RegistrationOpened(@Nullable OnboardingId onboardingId, CompanyId companyId) {
}
