package com.texchange.onboarding;

import com.texchange.accounts.Accounts;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What invitations are that somebody has opened by a letter's link. */
@Service
@Transactional(readOnly = true)
public class OpenedInvitations {

    private final InvitationLinks links;
    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Accounts accounts;
    private final Clock clock;

    OpenedInvitations(InvitationLinks links, OnboardingRepository repository, Partnerships partnerships, Companies companies,
            Accounts accounts, Clock clock) {
        this.links = links;
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What the link leads to; changes nothing, since mail scanners follow links too. Empty for a damaged link. */
    public Optional<InvitationInfo> look(String token) {
        return links.find(token).flatMap(repository::findById).map(this::info);
    }

    private InvitationInfo info(Onboarding onboarding) {
        PartnershipInfo place = partnerships.get(onboarding.partnershipId());
        boolean past = onboarding.stage() == Stage.INVITED && onboarding.isPastExpiry(clock.instant());
        return new InvitationInfo(companies.get(onboarding.supplierId()).name(), place.code(), place.invitee(),
                past ? Stage.EXPIRED : onboarding.stage(), onboarding.expiresAt(),
                accounts.find(place.invitee().email())
                        .filter(account -> account.roles().contains(Role.DISTRIBUTOR)).isPresent());
    }
}
