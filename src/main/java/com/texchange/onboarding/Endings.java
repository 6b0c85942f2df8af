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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final String OTHERS = """
            select o.id from onboarding o
            where o.supplier_id = :supplier and o.distributor_id = :distributor and o.stage = 'ACCEPTING' and o.id <> :accepted
                and not exists (select from activity where onboarding_id = o.id and kind = 'TAKEN_OVER')
            for update\s""";

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Registrations registrations;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final JdbcClient jdbc;
    private final Clock clock;

    Endings(OnboardingRepository repository, Partnerships partnerships, Companies companies,
            Registrations registrations, ActivityLog activities, ProcessNews process, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.registrations = registrations;
        this.activities = activities;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Onboarding revoke(OnboardingId id, String reason, Actor actor) {
        actor.requireActing();
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
     * The partnership that the company has with the onboarding's supplier already, other than the onboarding's own. One that
     * is only being decided stands for nothing yet: it may be declined, or taken back because another company was invited. Of
     * two that ask for one company at once, the second sees what the first has done.
     */
    public Optional<PartnershipInfo> otherPartnership(Onboarding onboarding, CompanyId company) {
        partnerships.lock(company);
        return partnerships.find(onboarding.supplierId(), company)
                .filter(other -> !other.id().equals(onboarding.partnershipId()));
    }

    /**
     * Joins what else the company has to decide for the same supplier to the partnership that it has just accepted. What it
     * took over from another company is not its own: there it decides itself, or the supplier takes it back. What a
     * colleague is deciding at this moment is left alone too, until {@link #joinAllOthers}.
     */
    public void joinOthers(Onboarding accepted, Actor actor) {
        joinOthers(accepted, OTHERS + "skip locked", actor);
    }

    /** The same for a step in the background, which can wait for whoever is busy with one of them. */
    public void joinAllOthers(Onboarding accepted) {
        joinOthers(accepted, OTHERS, null);
    }

    private void joinOthers(Onboarding accepted, String others, @Nullable Actor actor) {
        jdbc.sql(others)
                .param("supplier", accepted.supplierId()).param("distributor", accepted.distributor())
                .param("accepted", accepted.id())
                .query(UUID.class).list()
                .forEach(id -> join(repository.findLockedById(new OnboardingId(id)).orElseThrow(), accepted.distributor(),
                        partnerships.get(accepted.partnershipId()), actor));
    }

    /** @param actor who took the invitation up; null if it was no person: a registration, or a step of the process */
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
