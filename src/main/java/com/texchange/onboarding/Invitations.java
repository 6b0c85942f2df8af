package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.TaxId;
import com.texchange.common.TooLateException;
import com.texchange.onboarding.KnownInvitee.Standing;
import com.texchange.onboarding.KnownInvitees.Candidate;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What a supplier does with its invitations. */
@Service
@Validated
@Transactional
public class Invitations {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final KnownInvitees known;
    private final InvitationStart start;
    private final Endings endings;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final Clock clock;

    Invitations(OnboardingRepository repository, Partnerships partnerships, KnownInvitees known, InvitationStart start,
            Endings endings, OnboardingLetters letters, ActivityLog activities, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.known = known;
        this.start = start;
        this.endings = endings;
        this.letters = letters;
        this.activities = activities;
        this.clock = clock;
    }

    /** What the supplier has to do already with whom it is about to invite, so that a person can choose. */
    @Transactional(readOnly = true)
    public Optional<KnownInvitee> recognize(@Valid InviteRequest request, Actor actor) {
        return recognized(invitee(request), actor);
    }

    /** The same before {@link #inviteAgain}: another company of the supplier's whose tax ID this one is said to have. */
    @Transactional(readOnly = true)
    public Optional<KnownInvitee> recognizeAgain(OnboardingId ended, @Valid InviteRequest request, Actor actor) {
        repository.requireOwn(ended, actor);
        return doubt(partnerships.get(repository.findById(ended).orElseThrow().partnershipId()), invitee(request), actor);
    }

    /** Nothing of a tax ID that the supplier has given this place before: of that it has said then what it means. */
    private Optional<KnownInvitee> doubt(PartnershipInfo place, Invitee invitee, Actor actor) {
        boolean isTold = invitee.taxId() != null && invitee.taxId().equals(place.invitee().taxId());
        return isTold ? Optional.empty() : recognized(invitee, actor).filter(other -> !other.isCertain()
                && other.standing() != Standing.ENDED && !place.id().equals(other.partnership()));
    }

    private Optional<KnownInvitee> recognized(Invitee invitee, Actor actor) {
        return known.find(new Candidate(invitee.email(), invitee.taxId()), actor);
    }

    /**
     * Invites a distributor: gives the code, or keeps the one that the company has from an earlier invitation, and starts
     * the process, which sends the letter.
     *
     * @throws RefusedException if the company is the supplier's own, has an invitation under way or is a partner, the
     *     supplier's codes are used up, or the address has got all the letters that it gets in a day
     */
    public Invited invite(@Valid InviteRequest request, Actor actor) {
        lockNetwork(actor);
        Invitee invitee = invitee(request);
        Optional<KnownInvitee> earlier = recognized(invitee, actor);
        earlier.ifPresent(KnownInvitee::refuse);
        return earlier.map(KnownInvitee::partnership)
                .map(place -> atPlace(partnerships.get(place), invitee, request.language(), actor))
                .orElseGet(() -> atOwnPlace(invitee, request.language(), actor));
    }

    /**
     * Invites somebody who was recognized by a tax ID, and of whom the supplier says that it is another company.
     *
     * @throws RefusedException as {@link #invite}, for what is known by addresses and accounts
     */
    public Invited inviteSeparately(@Valid InviteRequest request, Actor actor) {
        lockNetwork(actor);
        Invitee invitee = invitee(request);
        recognized(invitee, actor).filter(KnownInvitee::isCertain).ifPresent(KnownInvitee::refuse);
        return atOwnPlace(invitee, request.language(), actor);
    }

    /**
     * Invites once more whose onboarding ended early. The partnership and its code stay, be it at another address; then the
     * links that went to the earlier one end.
     *
     * @throws RefusedException if the partnership has an invitation under way or a distributor, if the address or the tax ID
     *     belongs to another one, or the address has got all the letters that it gets in a day, or letters of the partnership's
     *     invitations have gone to as many addresses today
     */
    public Invited inviteAgain(OnboardingId ended, @Valid InviteRequest request, Actor actor) {
        lockNetwork(actor);
        PartnershipInfo place = partnerships.get(repository.lockOwn(ended, actor).partnershipId());
        Invitee invitee = invitee(request);
        doubt(place, invitee, actor).ifPresent(KnownInvitee::refuse);
        return again(place, invitee, request.language(), actor);
    }

    /**
     * Invites once more who was {@linkplain #recognizeAgain recognized} by a tax ID, and of whom the supplier says that it is another
     * company.
     *
     * @throws RefusedException as {@link #inviteAgain}, for what is known by addresses and accounts
     */
    public Invited inviteAgainSeparately(OnboardingId ended, @Valid InviteRequest request, Actor actor) {
        lockNetwork(actor);
        PartnershipInfo place = partnerships.get(repository.lockOwn(ended, actor).partnershipId());
        return again(place, invitee(request), request.language(), actor);
    }

    private Invited again(PartnershipInfo place, Invitee invitee, Locale language, Actor actor) {
        recognized(invitee, actor).filter(KnownInvitee::isCertain)
                .filter(other -> !place.id().equals(other.partnership())).ifPresent(KnownInvitee::refuse);
        start.requireFree(place);
        return atPlace(place, invitee, language, actor);
    }

    private Invited atPlace(PartnershipInfo place, Invitee invitee, Locale language, Actor actor) {
        letters.requireRoom(place, invitee.email());
        return start.atPlace(place.id(), invitee, language, actor);
    }

    private Invited atOwnPlace(Invitee invitee, Locale language, Actor actor) {
        letters.requireRoom(actor.actingAs(Role.SUPPLIER), invitee.email());
        return start.atOwnPlace(invitee, language, actor);
    }

    /** First of all locks: of two colleagues who invite one company at once, the second recognizes it. */
    private void lockNetwork(Actor actor) {
        partnerships.lockNetwork(actor.actingAs(Role.SUPPLIER));
    }

    private static Invitee invitee(InviteRequest request) {
        String taxId = textIn(request.taxId());
        return new Invitee(request.name().strip(), new EmailAddress(request.email()),
                taxId == null ? null : new TaxId(taxId), textIn(request.city()));
    }

    private static @Nullable String textIn(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    /**
     * Sends the invitation's letter again, with a new link; the earlier links stay good.
     *
     * @throws RefusedException if it has been taken up or has ended, be it that its process does not know yet, or
     *     the address has got all the letters that it gets in a day
     */
    public void resend(OnboardingId id, Actor actor) {
        Onboarding onboarding = repository.lockOwn(id, actor);
        onboarding.requireOpen(clock.instant());
        letters.requireRoom(onboarding);
        activities.record(onboarding, ActivityKind.RESENT, actor);
        letters.invitation(onboarding, "again/" + UUID.randomUUID());
    }

    /**
     * Sends the reminder that is due at the stage at once: to take the invitation up, to decide, or to choose licenses.
     *
     * @throws RefusedException if nobody's answer is awaited, or the address has got all the letters that it gets in a day
     */
    public void remind(OnboardingId id, Actor actor) {
        Onboarding onboarding = repository.lockOwn(id, actor);
        String occasion = "by-hand/" + UUID.randomUUID();
        Stage awaited = onboarding.awaitedStage(clock.instant());
        letters.requireRoom(onboarding);
        activities.record(onboarding, ActivityKind.REMINDED, actor);
        switch (awaited) {
            case CONNECTING -> letters.connectReminder(onboarding, occasion);
            default -> letters.reminder(onboarding, occasion);
        }
    }

    /** Withdraws an invitation that is not accepted yet; the reason goes into the letter to whom it is with. */
    public void revoke(OnboardingId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        endings.revoke(id, reason.strip(), actor);
    }

    /**
     * Takes an invitation back from a company that has taken it up with another address than the invited one, and invites
     * that address anew. The links given so far end, since one of them is in the wrong hands.
     *
     * @return the new onboarding, at the same partnership
     * @throws RefusedException if it is not with such a company, or is accepted already
     */
    public Invited takeBack(OnboardingId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        requireTakenOver(id, Stage.ACCEPTING, actor);
        Onboarding ended = endings.revoke(id, reason.strip(), actor);
        return start.withoutEarlierLinks(partnerships.get(ended.partnershipId()), ended.locale(), actor);
    }

    /**
     * The same where that company was in the network before, so that the invitation was joined to its place: it keeps that
     * place, and has nothing to lose that it would be told of.
     *
     * @throws RefusedException if it is not so, or if the address has been invited anew since
     */
    public Invited takeBackJoined(OnboardingId id, Actor actor) {
        lockNetwork(actor);
        Onboarding joined = requireTakenOver(id, Stage.JOINED, actor);
        return start.withoutEarlierLinks(start.requireFree(partnerships.get(joined.partnershipId())), joined.locale(), actor);
    }

    private Onboarding requireTakenOver(OnboardingId id, Stage stage, Actor actor) {
        Onboarding onboarding = repository.lockOwn(id, actor);
        if (onboarding.stage() != stage || !activities.has(id, ActivityKind.TAKEN_OVER)) {
            throw new TooLateException("onboarding.refused.notTakenOver");
        }
        return onboarding;
    }
}
