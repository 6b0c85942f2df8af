package com.texchange.onboarding;

import com.texchange.common.RegistrationId;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An invitee without an account asks for one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewcomerRequests {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Registrations registrations;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final Clock clock;

    NewcomerRequests(OnboardingRepository repository, Partnerships partnerships, Registrations registrations,
            ActivityLog activities, ProcessNews process, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.registrations = registrations;
        this.activities = activities;
        this.process = process;
        this.clock = clock;
    }

    /** @param onboarding locked */
    public RegistrationId by(RegistrationRequest request, Locale locale, Onboarding onboarding) {
        onboarding.requestRegistration(clock.instant());
        repository.save(onboarding);
        RegistrationId registration = registrations.requestFor(onboarding.id(), forInvitee(onboarding, request), locale);
        activities.record(onboarding, ActivityKind.REGISTRATION_REQUESTED, null, request.companyName().strip());
        process.followed(onboarding, registration);
        return registration;
    }

    /** Whoever holds the link has proved to read the invitee's letters, and no other address. */
    private RegistrationRequest forInvitee(Onboarding onboarding, RegistrationRequest request) {
        String invited = partnerships.get(onboarding.partnershipId()).invitee().email().value();
        return new RegistrationRequest(request.companyName(), request.taxId(), request.city(), request.contactName(),
                request.contactPhone(), invited);
    }
}
