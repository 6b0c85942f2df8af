package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A person with an account takes an invitation up for the own company. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeUp {

    private final OnboardingRepository repository;
    private final InvitationInfos infos;
    private final Companies companies;
    private final Endings endings;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final ProcessNews process;
    private final Clock clock;

    TakeUp(OnboardingRepository repository, InvitationInfos infos, Companies companies, Endings endings,
            OnboardingLetters letters, ActivityLog activities, ProcessNews process, Clock clock) {
        this.repository = repository;
        this.infos = infos;
        this.companies = companies;
        this.endings = endings;
        this.letters = letters;
        this.activities = activities;
        this.process = process;
        this.clock = clock;
    }

    /**
     * @param onboarding locked
     * @return the onboarding to go on with: this one, or the one to whose partnership it was joined, because the company has
     *     it already
     */
    public OnboardingId by(Actor actor, Onboarding onboarding) {
        CompanyId company = actor.actingAs(Role.DISTRIBUTOR);
        if (company.equals(onboarding.supplierId())) {
            throw new RefusedException("onboarding.refused.ownInvitation");
        }
        if (company.equals(onboarding.distributorId())) {
            return endings.standingFor(onboarding);
        }
        onboarding.requireOpen(clock.instant());
        Optional<PartnershipInfo> other = endings.otherPartnership(onboarding, company);
        boolean invited = infos.isToCompanyOf(onboarding, actor);
        if (other.isPresent()) {
            if (!invited) {
                activities.record(onboarding, ActivityKind.TAKEN_OVER, actor, companies.get(company).name());
            }
            endings.join(onboarding, company, other.get(), actor);
            return endings.standingFor(onboarding);
        }
        onboarding.follow(company, clock.instant());
        repository.save(onboarding);
        activities.record(onboarding, invited ? ActivityKind.FOLLOWED : ActivityKind.TAKEN_OVER, actor,
                companies.get(company).name());
        if (!invited) {
            letters.takenOver(onboarding);
        }
        process.followed(onboarding, null);
        return onboarding.id();
    }
}
