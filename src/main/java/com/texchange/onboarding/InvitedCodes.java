package com.texchange.onboarding;

import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.InvitationCodes;
import org.springframework.stereotype.Component;

/** The codes that the sales department reads in its tasks. */
@Component
class InvitedCodes implements InvitationCodes {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;

    InvitedCodes(OnboardingRepository repository, Partnerships partnerships) {
        this.repository = repository;
        this.partnerships = partnerships;
    }

    @Override
    public DistributorCode of(OnboardingId onboarding) {
        return partnerships.get(repository.findById(onboarding).orElseThrow().partnershipId()).code();
    }
}
