package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.OutdatedException;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.ValidEmail;
import com.texchange.mail.Letters;
import com.texchange.onboarding.KnownInvitees.Candidate;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Puts the address of a live invitation right, in place of revoking it: a revocation would write to the stranger once more,
 * and another invitation would have another code.
 */
@Service
@Validated
@Transactional
public class AddressCorrection {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final KnownInvitees known;
    private final InvitationLinks links;
    private final OnboardingLetters letters;
    private final Letters deliveries;
    private final ActivityLog activities;
    private final Clock clock;

    AddressCorrection(OnboardingRepository repository, Partnerships partnerships, KnownInvitees known,
            InvitationLinks links, OnboardingLetters letters, Letters deliveries, ActivityLog activities, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.known = known;
        this.links = links;
        this.letters = letters;
        this.deliveries = deliveries;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * The links given so far end, what is not out yet is called back, and only the new address gets a letter. The code and
     * the date of expiry stay.
     *
     * @throws RefusedException if the invitation is taken up or over, or the address belongs to somebody else whom the
     *     supplier has invited, or to its own people, or has got all the letters that it gets in a day, or the invitation has gone to
     *     as many addresses as it may in a day
     */
    public void change(OnboardingId id, @NotBlank @ValidEmail String address, Actor actor) {
        partnerships.lockNetwork(actor.actingAs(Role.SUPPLIER));
        Onboarding onboarding = repository.lockOwn(id, actor);
        onboarding.requireOpen(clock.instant());
        PartnershipInfo before = partnerships.get(onboarding.partnershipId());
        Invitee invitee = before.invitee();
        EmailAddress right = new EmailAddress(address);
        if (right.equals(invitee.email())) {
            throw new RefusedException("onboarding.refused.sameAddress");
        }
        known.find(new Candidate(right, null), actor)
                .filter(other -> !before.id().equals(other.partnership()) && !isKnownToBeSeparate(other, invitee))
                .ifPresent(KnownInvitee::refuseAddress);
        partnerships.describe(before.id(), new Invitee(CleanText.line(invitee.name()), right, invitee.taxId(),
                CleanText.lineOrNull(invitee.city())));
        letters.requireRoom(before, right);
        links.endAll(before.id());
        deliveries.withdraw(id.value(), invitee.email());
        activities.record(onboarding, ActivityKind.ADDRESS_CHANGED, actor, invitee.email(), right);
        // The process may not have written its letter yet: then this is the one.
        if (!letters.invitation(onboarding, "first")) {
            letters.invitation(onboarding, "address/" + UUID.randomUUID());
        }
    }

    /**
     * As {@link #change(OnboardingId, String, Actor)}, if the address is still the one that the person has read.
     *
     * @throws OutdatedException if it is not
     */
    public void change(OnboardingId id, String seen, @NotBlank @ValidEmail String address, Actor actor) {
        partnerships.lockNetwork(actor.actingAs(Role.SUPPLIER));
        EmailAddress there = partnerships.get(repository.lockOwn(id, actor).partnershipId()).invitee().email();
        if (!there.value().equals(seen)) {
            throw new OutdatedException("onboarding.refused.addressChanged", there.value());
        }
        change(id, address, actor);
    }

    /** Two with one tax ID, of which the supplier has said that they are two companies. */
    private boolean isKnownToBeSeparate(KnownInvitee other, Invitee invitee) {
        PartnershipId place = other.partnership();
        return !other.isCertain() && place != null && invitee.taxId() != null
                && invitee.taxId().equals(partnerships.get(place).invitee().taxId());
    }
}
