package com.texchange.registrations;

import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;

/** With which code somebody was invited who asks to be registered: the module that invites knows it, and uses this one. */
public interface InvitationCodes {

    /** @throws java.util.NoSuchElementException if there is no such onboarding */
    DistributorCode of(OnboardingId onboarding);

    /**
     * The name of who invited.
     *
     * @throws java.util.NoSuchElementException if there is no such onboarding
     */
    String supplierOf(OnboardingId onboarding);
}
