package com.texchange.onboarding;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins onboardings: the place and its code, the onboarding itself, and its process, in the caller's transaction. */
@Component
class InvitationStart {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final OnboardingProperties properties;
    private final Clock clock;

    InvitationStart(OnboardingRepository repository, Partnerships partnerships, Accounts accounts, ActivityLog activities,
            ProcessNews process, OnboardingProperties properties, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.activities = activities;
        this.process = process;
        this.properties = properties;
        this.clock = clock;
    }

    /** As {@link Invitations#invite}, which has checked the request. */
    Invited invite(InviteRequest request, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        Invitee invitee = invitee(request);
        refuseOwn(invitee.email(), supplier);
        PartnershipInfo place = partnerships.reserve(supplier, invitee);
        if (place.distributorId() != null) {
            throw new RefusedException(KnownInvitees.PARTNER, place.code().value());
        }
        if (repository.existsByPartnershipIdAndStageIn(place.id(), Stage.underWay())) {
            throw new RefusedException(KnownInvitees.UNDER_WAY, invitee.email().value(), place.code().value());
        }
        Onboarding onboarding = repository.save(Onboarding.invite(place.id(), supplier, request.language(), actor.id(),
                clock.instant(), properties.invitationValid()));
        activities.record(onboarding, ActivityKind.INVITED, actor, invitee.email());
        process.begun(onboarding, place);
        return new Invited(onboarding.id(), place.code());
    }

    private static Invitee invitee(InviteRequest request) {
        String taxId = textIn(request.taxId());
        return new Invitee(request.name().strip(), new EmailAddress(request.email()),
                taxId == null ? null : new TaxId(taxId), textIn(request.city()));
    }

    private static @Nullable String textIn(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    private void refuseOwn(EmailAddress email, CompanyId supplier) {
        accounts.find(email).filter(account -> supplier.equals(account.companyId())).ifPresent(own -> {
            throw new RefusedException(KnownInvitees.OWN_ADDRESS);
        });
    }
}
