package com.texchange.onboarding;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step of the process {@code distributor-onboarding} that follows the distributor's decision to join. Runs at least once
 * and converges.
 *
 * @see Acceptance the decision itself
 */
@Component
@Transactional
class PartnershipStep {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Endings endings;
    private final ActivityLog activities;
    private final ChangeFeed feed;
    private final Clock clock;

    PartnershipStep(OnboardingRepository repository, Partnerships partnerships, Companies companies, Endings endings,
            ActivityLog activities, ChangeFeed feed, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.endings = endings;
        this.activities = activities;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * The stage was set with the distributor's click; or now, if the task was done past the application, as in Tasklist. What
     * else the company has to decide is joined now, as far as the click could not: a letter may just have been on its way, or
     * there was no click here.
     *
     * @throws RefusedException if the stage says otherwise, or the company got another place with this supplier
     *     meanwhile; needs a person
     */
    public void establish(OnboardingId id) {
        Onboarding onboarding = repository.findLockedById(id).orElseThrow();
        if (!onboarding.isAccepted()) {
            onboarding.accept(clock.instant());
            repository.save(onboarding);
            activities.record(onboarding, ActivityKind.ACCEPTED_ELSEWHERE, null,
                    companies.get(onboarding.distributor()).name());
        }
        // Before the company is locked: whoever decides on one of them holds that, and waits for the company.
        endings.joinAllOthers(onboarding);
        PartnershipInfo partnership = partnerships.get(onboarding.partnershipId());
        if (!onboarding.distributor().equals(partnership.distributorId())) {
            partnership = partnerships.establish(partnership.id(), onboarding.distributor());
        }
        if (!activities.has(id, ActivityKind.PARTNERSHIP_ESTABLISHED)) {
            activities.record(onboarding, ActivityKind.PARTNERSHIP_ESTABLISHED, null,
                    companies.get(onboarding.distributor()).name(), partnership.code().value());
        }
        // What the supplier has lent to it is from now on with one of its network, has a code, and can be ordered.
        feed.publish(new Change(Change.Topic.LICENSES, onboarding.supplierId().toString()));
    }
}
