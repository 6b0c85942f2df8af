package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrders;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The automatic steps of the process {@code distributor-onboarding}. Each runs at least once and converges: what it has
 * done before, told by stage, letter key or activity key, it does not do again.
 *
 * @see PartnershipStep
 * @see EarlyEnds
 */
@Component
@Transactional
class OnboardingSteps {

    private final OnboardingRepository repository;
    private final ConnectionOrders orders;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final OnboardingProcesses processes;
    private final Clock clock;

    OnboardingSteps(OnboardingRepository repository, ConnectionOrders orders, OnboardingLetters letters, ActivityLog activities, OnboardingProcesses processes, Clock clock) {
        this.repository = repository;
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
        if (onboarding.stage() == Stage.INVITED && !onboarding.isPastExpiry(clock.instant())) {
            letters.invitation(onboarding, "first");
        }
        processes.begun(onboarding, processInstanceKey);
        return onboarding.isProcessEnded();
    }

    /**
     * Nobody is reminded of what is over: after an outage the step can come later than the term, of which its process hears at that moment too.
     *
     * @param occasion tells one run of the reminder's timer from the next
     */
    public void sendReminder(OnboardingId id, String occasion) {
        Onboarding onboarding = locked(id);
        if (!onboarding.isPastExpiry(clock.instant())) {
            letters.reminder(onboarding, occasion);
        }
    }

    public void remindConnection(OnboardingId id, String occasion) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.CONNECTING && onboarding.connectionOrderId() == null) {
            letters.connectReminder(onboarding, occasion);
        }
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
