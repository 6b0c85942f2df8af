package com.texchange.onboarding;

import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;

/**
 * What came of an invitation.
 *
 * @param code by which the supplier knows the distributor
 */
public record Invited(OnboardingId id, DistributorCode code) {
}
