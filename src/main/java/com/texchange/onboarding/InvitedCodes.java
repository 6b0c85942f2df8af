package com.texchange.onboarding;

import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.partners.Companies;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.InvitationCodes;
import org.springframework.stereotype.Component;

/** The suppliers and codes that the sales department reads in its tasks. */
@Component
class InvitedCodes implements InvitationCodes {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;

    InvitedCodes(OnboardingRepository repository, Partnerships partnerships, Companies companies) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
    }

    @Override
    public DistributorCode of(OnboardingId onboarding) {
        return partnerships.get(repository.findById(onboarding).orElseThrow().partnershipId()).code();
    }

    @Override
    public String supplierOf(OnboardingId onboarding) {
        return companies.get(repository.findById(onboarding).orElseThrow().supplierId()).name();
    }
}
