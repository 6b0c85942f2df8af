package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.registrations.Registrations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What a supplier does with its invitations. */
@Service
@Validated
@Transactional
public class Invitations {

    private final InvitationStart start;
    private final OnboardingRepository repository;
    private final Registrations registrations;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final Clock clock;

    Invitations(InvitationStart start, OnboardingRepository repository, Registrations registrations,
            OnboardingLetters letters, ActivityLog activities, ProcessNews process, Clock clock) {
        this.start = start;
        this.repository = repository;
        this.registrations = registrations;
        this.letters = letters;
        this.activities = activities;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Invites a distributor: gives the code, or keeps the one that the address has from an earlier invitation, and
     * starts the process, which sends the letter.
     *
     * @throws RefusedException if the address is the supplier's own, has an invitation under way or is a partner, or
     *     the supplier's codes are used up
     */
    public Invited invite(@Valid InviteRequest request, Actor actor) {
        return start.invite(request, actor);
    }

    /**
     * Sends the invitation's letter again, with a new link; the earlier links stay good.
     *
     * @throws RefusedException if it has been taken up or has ended, be it that its process does not know yet
     */
    public void resend(OnboardingId id, Actor actor) {
        Onboarding onboarding = own(id, actor);
        if (onboarding.stage() != Stage.INVITED) {
            throw new RefusedException("onboarding.refused.stage." + onboarding.stage());
        }
        onboarding.requireUnexpired(clock.instant());
        letters.invitation(onboarding, "again/" + UUID.randomUUID());
        activities.record(onboarding, ActivityKind.RESENT, actor);
    }

    /**
     * Sends the reminder that is due at the stage at once: to take the invitation up, to decide, or to choose licenses.
     *
     * @throws RefusedException if nobody's answer is awaited
     */
    public void remind(OnboardingId id, Actor actor) {
        Onboarding onboarding = own(id, actor);
        String occasion = "by-hand/" + UUID.randomUUID();
        switch (onboarding.awaitedStage(clock.instant())) {
            case CONNECTING -> letters.connectReminder(onboarding, occasion);
            default -> letters.reminder(onboarding, occasion);
        }
        activities.record(onboarding, ActivityKind.REMINDED, actor);
    }

    /** Withdraws an invitation that is not accepted yet; the reason goes into the letter to the invitee. */
    public void revoke(OnboardingId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        repository.findById(id).ifPresent(onboarding -> requireOwn(onboarding, supplier));
        // First, and before the onboarding is locked: it may open an account and with it move the onboarding.
        registrations.closeFor(id);
        Onboarding onboarding = own(id, actor);
        onboarding.revoke(reason.strip(), clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.REVOKED, actor, reason.strip());
        process.revoked(onboarding);
    }

    private Onboarding own(OnboardingId id, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        Onboarding onboarding = repository.findLockedById(id)
                .orElseThrow(() -> new AccessDeniedException("no such onboarding"));
        requireOwn(onboarding, supplier);
        return onboarding;
    }

    private static void requireOwn(Onboarding onboarding, CompanyId supplier) {
        if (!onboarding.supplierId().equals(supplier)) {
            throw new AccessDeniedException("not an onboarding of this supplier");
        }
    }
}
