package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends onboardings whose distributor has not decided: the supplier revokes them, or they are joined to another partnership of
 * the same two companies. The process hears the same of both.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Endings {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Registrations registrations;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final Clock clock;

    Endings(OnboardingRepository repository, Partnerships partnerships, Companies companies,
            Registrations registrations, ActivityLog activities, ProcessNews process, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.registrations = registrations;
        this.activities = activities;
        this.process = process;
        this.clock = clock;
    }

    public Onboarding revoke(OnboardingId id, String reason, Actor actor) {
        repository.requireOwn(id, actor);
        // First, and before the onboarding is locked: it may open an account and with it move the onboarding.
        registrations.closeFor(id);
        Onboarding onboarding = repository.findLockedById(id).orElseThrow();
        onboarding.revoke(reason, clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.REVOKED, actor, reason);
        process.ended(onboarding);
        return onboarding;
    }

    /**
     * The partnership that the company has with the onboarding's supplier already, or has an invitation under way for, other
     * than the onboarding's own. Of two that ask for one company at once, the second sees what the first has done.
     */
    public Optional<PartnershipInfo> otherPartnership(Onboarding onboarding, CompanyId company) {
        partnerships.lock(company);
        return partnerships.find(onboarding.supplierId(), company)
                .or(() -> repository.findFirstBySupplierIdAndDistributorIdAndStageInOrderByInvitedAt(
                        onboarding.supplierId(), company, Stage.underWay())
                        .map(other -> partnerships.get(other.partnershipId())))
                .filter(other -> !other.id().equals(onboarding.partnershipId()));
    }

    /** @param actor who took the invitation up; null if it was the sales department's registration */
    public void join(Onboarding onboarding, CompanyId company, PartnershipInfo other, @Nullable Actor actor) {
        onboarding.join(company, other.id(), clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.JOINED, actor, companies.get(company).name(), other.code().value());
        process.ended(onboarding);
    }

    /** The onboarding itself; or the latest one of the partnership to which it was joined. */
    public OnboardingId standingFor(Onboarding onboarding) {
        return Optional.ofNullable(onboarding.joinedTo())
                .flatMap(repository::findFirstByPartnershipIdOrderByInvitedAtDesc)
                .orElse(onboarding).id();
    }
}
