package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.connections.ConnectionOrders;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The automatic steps of the process {@code distributor-onboarding}. Each runs at least once and converges: what it has
 * done before, told by stage, letter key or activity key, it does not do again.
 *
 * @see EarlyEnds
 */
@Component
@Transactional
class OnboardingSteps {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final ConnectionOrders orders;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final OnboardingProcesses processes;
    private final Clock clock;

    OnboardingSteps(OnboardingRepository repository, Partnerships partnerships, Companies companies, ConnectionOrders orders,
            OnboardingLetters letters, ActivityLog activities, OnboardingProcesses processes, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.orders = orders;
        this.letters = letters;
        this.activities = activities;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Tells the process also what has happened meanwhile: the step may have stood still for longer than the engine keeps a message.
     *
     * @return whether the onboarding's process has ended before: the start message has come again, and nothing is left
     *     to do
     */
    public boolean sendInvitation(OnboardingId id, long processInstanceKey) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.INVITED) {
            letters.invitation(onboarding, "first");
        }
        processes.begun(onboarding, processInstanceKey);
        return onboarding.isProcessEnded();
    }

    /** @param occasion tells one run of the reminder's timer from the next */
    public void sendReminder(OnboardingId id, String occasion) {
        letters.reminder(locked(id), occasion);
    }

    public void remindConnection(OnboardingId id, String occasion) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.CONNECTING && onboarding.connectionOrderId() == null) {
            letters.connectReminder(onboarding, occasion);
        }
    }

    /**
     * The stage was set with the distributor's click; or now, if the task was done past the application, as in Tasklist.
     *
     * @throws RefusedException if the stage says otherwise, or the company got another place with this supplier
     *     meanwhile; needs a person
     */
    public void establishPartnership(OnboardingId id) {
        Onboarding onboarding = locked(id);
        if (!onboarding.isAccepted()) {
            onboarding.accept(clock.instant());
            repository.save(onboarding);
            activities.record(onboarding, ActivityKind.ACCEPTED_ELSEWHERE, null,
                    companies.get(onboarding.distributor()).name());
        }
        PartnershipInfo partnership = partnerships.get(onboarding.partnershipId());
        if (!onboarding.distributor().equals(partnership.distributorId())) {
            partnership = partnerships.establish(partnership.id(), onboarding.distributor());
        }
        activities.recordOnce(onboarding, "established", ActivityKind.PARTNERSHIP_ESTABLISHED,
                companies.get(onboarding.distributor()).name(), partnership.code().value());
    }

    public void confirm(OnboardingId id) {
        Onboarding onboarding = locked(id);
        OrderId order = Objects.requireNonNull(onboarding.connectionOrderId(), "no order yet");
        int count = orders.confirm(order, id);
        if (onboarding.stage() == Stage.CONNECTING) {
            onboarding.connected(clock.instant());
            activities.record(onboarding, ActivityKind.CONNECTED, null, count);
        }
        end(onboarding);
    }

    /** In the transaction of the path's last step. */
    private void end(Onboarding onboarding) {
        onboarding.processEnded(clock.instant());
        repository.save(onboarding);
    }

    private Onboarding locked(OnboardingId id) {
        return repository.lock(id).orElseThrow();
    }
}
