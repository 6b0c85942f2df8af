package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.tasks.Tasks;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What a distributor decides: whether it joins the supplier's network, and who manages its licenses there. */
@Service
@Validated
@Transactional
public class Acceptance {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Endings endings;
    private final CardSwitch cardSwitch;
    private final Tasks tasks;
    private final ActivityLog activities;
    private final Clock clock;

    Acceptance(OnboardingRepository repository, Partnerships partnerships, Companies companies, Endings endings,
            CardSwitch cardSwitch, Tasks tasks, ActivityLog activities, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.endings = endings;
        this.cardSwitch = cardSwitch;
        this.tasks = tasks;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * Joins the network, with the delegation as the switch on the card stands; where licenses belong to the supplier it is no
     * choice of the person's, and grants nothing.
     *
     * @return whether it joined by this invitation; if not, the company has another partnership with this supplier, to which
     *     the invitation was joined
     * @throws RefusedException if the invitation is over or decided
     */
    public boolean accept(OnboardingId id, boolean delegated, Actor actor) {
        Onboarding onboarding = undecided(id, actor);
        Optional<PartnershipInfo> other = onboarding.stage() == Stage.ACCEPTING
                ? endings.otherPartnership(onboarding, onboarding.distributor()) : Optional.empty();
        if (other.isPresent()) {
            endings.join(onboarding, onboarding.distributor(), other.get(), actor);
            return false;
        }
        join(onboarding);
        onboarding.accept(clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.ACCEPTED, actor, companies.get(onboarding.distributor()).name());
        endings.joinOthers(onboarding, actor);
        if (delegated) {
            cardSwitch.turn(onboarding.supplierId(), true, actor);
        }
        submit(onboarding, actor, true);
        return true;
    }

    /** With the click and not only by the process, so that whoever cannot join hears it and can still decline. */
    private void join(Onboarding onboarding) {
        if (onboarding.distributor().equals(onboarding.supplierId())) {
            throw new RefusedException("onboarding.refused.ownInvitation");
        }
        if (onboarding.stage() == Stage.ACCEPTING) {
            partnerships.establish(onboarding.partnershipId(), onboarding.distributor());
        }
    }

    /** Turns the invitation down; the reason goes into the letter to the supplier. */
    public void decline(OnboardingId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        Onboarding onboarding = undecided(id, actor);
        onboarding.decline(reason.strip(), clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.DECLINED, actor, reason.strip());
        submit(onboarding, actor, false);
    }

    private void submit(Onboarding onboarding, Actor actor, boolean accepted) {
        tasks.submitIfOffered(OnboardingTasks.ACCEPT, onboarding.id().value(), actor, Map.of("accepted", accepted));
    }

    /**
     * Lets the supplier manage the distributor's licenses in the exchange, or not (instruction 3.2.5, «Передача прав
     * управления лицензиями»).
     *
     * @throws RefusedException if the invitation is not accepted, or if it is turned off while licenses belong to the
     *     supplier
     */
    public void delegate(OnboardingId id, boolean delegated, Actor actor) {
        // Not locked: what is accepted stays so, and a grant is locked before the onboarding that tells of it.
        Onboarding onboarding = own(repository.findById(id), actor);
        if (!onboarding.isAccepted()) {
            throw new RefusedException("onboarding.refused.stage." + onboarding.stage());
        }
        cardSwitch.turn(onboarding.supplierId(), delegated, actor);
    }

    /** A colleague may have been faster: who comes second learns who it was. */
    private Onboarding undecided(OnboardingId id, Actor actor) {
        Onboarding onboarding = own(repository.findLockedById(id), actor);
        tasks.refuseIfDone(OnboardingTasks.ACCEPT, id.value(), actor.companyId());
        return onboarding;
    }

    private static Onboarding own(Optional<Onboarding> found, Actor actor) {
        CompanyId distributor = actor.actingAs(Role.DISTRIBUTOR);
        return found.filter(onboarding -> distributor.equals(onboarding.distributorId()))
                .orElseThrow(() -> new AccessDeniedException("not an onboarding of this distributor"));
    }
}
