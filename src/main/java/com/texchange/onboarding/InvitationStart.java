package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TooLateException;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins onboardings: the place and its code, the onboarding itself, and its process, which writes the letter. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitationStart {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final InvitationLinks links;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final OnboardingProperties properties;
    private final InvitationClock zones;
    private final Clock clock;

    InvitationStart(OnboardingRepository repository, Partnerships partnerships, InvitationLinks links, ActivityLog activities,
            ProcessNews process, OnboardingProperties properties, InvitationClock zones, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.links = links;
        this.activities = activities;
        this.process = process;
        this.properties = properties;
        this.zones = zones;
        this.clock = clock;
    }

    /** At the place that the address has with the supplier, or a new one. */
    public Invited atOwnPlace(Invitee invitee, Locale language, Actor actor) {
        return begin(requireFree(partnerships.reserve(actor.actingAs(Role.SUPPLIER), invitee)), language, actor);
    }

    /**
     * At a place that there is. If the invitee had another address before, the links that went there end.
     *
     * @throws RefusedException if somebody was faster, or another place has the address
     */
    public Invited atPlace(PartnershipId id, Invitee invitee, Locale language, Actor actor) {
        PartnershipInfo before = partnerships.get(id);
        PartnershipInfo place = requireFree(partnerships.describe(id, invitee));
        return before.invitee().email().equals(invitee.email()) ? begin(place, language, actor)
                : withoutEarlierLinks(place, language, actor);
    }

    /** Where letters of earlier invitations are in the wrong hands: their links lead to this one no more. */
    public Invited withoutEarlierLinks(PartnershipInfo place, Locale language, Actor actor) {
        links.endAll(place.id());
        return begin(place, language, actor);
    }

    private Invited begin(PartnershipInfo place, Locale language, Actor actor) {
        Onboarding onboarding = repository.save(Onboarding.invite(place.id(), place.supplierId(), language,
                actor.id(), clock.instant(), Moments.endOf(properties.invitationValid(), clock.instant(),
                        zones.of(place.invitee().email(), place.supplierId()))));
        activities.record(onboarding, ActivityKind.INVITED, actor, place.invitee().email());
        process.begun(onboarding, place);
        return new Invited(onboarding.id(), place.code());
    }

    /** Under the place's lock, or that of the network. */
    PartnershipInfo requireFree(PartnershipInfo place) {
        if (place.distributorId() != null) {
            throw new TooLateException(KnownInvitee.PARTNER, place.code().value());
        }
        if (repository.existsByPartnershipIdAndStageIn(place.id(), Stage.underWay())) {
            throw new TooLateException(KnownInvitee.UNDER_WAY, place.invitee().email(), place.code().value());
        }
        return place;
    }
}
