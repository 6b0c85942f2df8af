package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What an invitee does with the link in the letter; who holds the link is the invitee. */
@Service
@Validated
@Transactional
public class Joining {

    private final InvitationLinks links;
    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Registrations registrations;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final Clock clock;

    Joining(InvitationLinks links, OnboardingRepository repository, Partnerships partnerships, Companies companies,
            Registrations registrations, ActivityLog activities, ProcessNews process, Clock clock) {
        this.links = links;
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.registrations = registrations;
        this.activities = activities;
        this.process = process;
        this.clock = clock;
    }

    /**
     * A person with an account takes the invitation up for the own company.
     *
     * @throws RefusedException if the link is damaged, used or over, or the company cannot be this supplier's distributor
     */
    public OnboardingId follow(String token, Actor actor) {
        CompanyId company = actor.companyAs(Role.DISTRIBUTOR);
        Onboarding onboarding = locked(token);
        if (company.equals(onboarding.distributorId())) {
            return onboarding.id();
        }
        refuseUnfit(company, onboarding.supplierId());
        onboarding.follow(company, clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.FOLLOWED, actor, companies.get(company).name());
        process.followed(onboarding, null);
        return onboarding.id();
    }

    private void refuseUnfit(CompanyId company, CompanyId supplier) {
        if (company.equals(supplier)) {
            throw new RefusedException("onboarding.refused.ownInvitation");
        }
        partnerships.find(supplier, company).ifPresent(partner -> {
            throw new RefusedException("onboarding.refused.partner", partner.code().value());
        });
    }

    /**
     * A newcomer asks for an account, for the address that the letter went to, whatever the request says.
     *
     * @throws RefusedException if the link is damaged, used or over, or the address has an account
     */
    public void requestRegistration(String token, @Valid RegistrationRequest request, Locale locale) {
        Onboarding onboarding = locked(token);
        onboarding.requestRegistration(clock.instant());
        repository.save(onboarding);
        RegistrationId registration = registrations.requestFor(onboarding.id(), forInvitee(onboarding, request), locale);
        activities.record(onboarding, ActivityKind.REGISTRATION_REQUESTED, null, request.companyName().strip());
        process.followed(onboarding, registration);
    }

    /** Whoever holds the link has proved to read the invitee's letters, and no other address. */
    private RegistrationRequest forInvitee(Onboarding onboarding, RegistrationRequest request) {
        String invited = partnerships.get(onboarding.partnershipId()).invitee().email().value();
        return new RegistrationRequest(request.companyName(), request.taxId(), request.city(), request.contactName(),
                request.contactPhone(), invited);
    }

    private Onboarding locked(String token) {
        return links.find(token).flatMap(repository::findLockedById)
                .orElseThrow(() -> new RefusedException("onboarding.refused.damagedLink"));
    }
}
