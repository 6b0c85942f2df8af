package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.licenses.Licenses;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The automatic steps of the process {@code distributor-onboarding}. Each runs at least once and converges: what it has
 * done before, told by stage, letter key or activity key, it does not do again.
 */
@Component
@Transactional
class OnboardingSteps {

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final Companies companies;
    private final Licenses licenses;
    private final ConnectionOrders orders;
    private final Registrations registrations;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final Clock clock;

    OnboardingSteps(OnboardingRepository repository, Partnerships partnerships, Companies companies, Licenses licenses,
            ConnectionOrders orders, Registrations registrations, OnboardingLetters letters, ActivityLog activities,
            Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.companies = companies;
        this.licenses = licenses;
        this.orders = orders;
        this.registrations = registrations;
        this.letters = letters;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * @return whether the onboarding's process has ended before: the start message has come again, and nothing is left
     *     to do
     */
    public boolean sendInvitation(OnboardingId id) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.INVITED) {
            letters.invitation(onboarding, "first");
        }
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
     * The expiry timer has fired. A decision that a person made before, while the engine did not know of it yet, counts.
     *
     * @return {@code expired}, and if not: {@code accepted} and {@code distributorCompanyId}
     */
    public Map<String, Object> expire(OnboardingId id) {
        // First, because it may open an account and with it move the onboarding.
        registrations.closeFor(id);
        Onboarding onboarding = locked(id);
        if (onboarding.stage().isUndecided()) {
            onboarding.expire(clock.instant());
            activities.record(onboarding, ActivityKind.EXPIRED, null);
            letters.expired(onboarding);
        } else if (onboarding.stage() == Stage.REVOKED) {
            letters.revoked(onboarding);
        }
        if (!onboarding.isDecided()) {
            end(onboarding);
        }
        return outcome(onboarding);
    }

    private static Map<String, Object> outcome(Onboarding onboarding) {
        boolean accepted = onboarding.isAccepted();
        boolean decided = onboarding.isDecided();
        Map<String, Object> variables = new HashMap<>();
        variables.put("expired", !decided);
        if (decided) {
            variables.put("accepted", accepted);
            variables.put("distributorCompanyId", onboarding.distributor().toString());
        }
        return variables;
    }

    /** The stage was set with the supplier's click. */
    public void notifyRevoked(OnboardingId id) {
        Onboarding onboarding = locked(id);
        letters.revoked(onboarding);
        end(onboarding);
    }

    public void closeRejected(OnboardingId id) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.REGISTERING) {
            String reason = registrations.rejectionReason(id);
            onboarding.reject(reason, clock.instant());
            activities.record(onboarding, ActivityKind.REJECTED, null, Objects.requireNonNullElse(reason, ""));
        }
        if (onboarding.stage() == Stage.REJECTED) {
            letters.rejected(onboarding);
        } else if (onboarding.stage() == Stage.REVOKED) {
            // The supplier was faster than the engine, whose message about it finds nobody any more.
            letters.revoked(onboarding);
        }
        end(onboarding);
    }

    /**
     * The stage was set with the distributor's click; or now, if the task was done past the application, as in Tasklist.
     *
     * @throws RefusedException if the stage says otherwise; needs a person
     */
    public void notifyDeclined(OnboardingId id) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() != Stage.DECLINED) {
            onboarding.decline(null, clock.instant());
            activities.record(onboarding, ActivityKind.DECLINED_ELSEWHERE, null);
        }
        letters.declined(onboarding);
        end(onboarding);
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
        PartnershipInfo partnership = partnerships.establish(onboarding.partnershipId(), onboarding.distributor());
        if (licenses.ownedBySupplier(onboarding.supplierId(), onboarding.distributor()) && !partnership.delegated()) {
            partnerships.delegate(partnership.id(), true);
        }
        activities.recordOnce(onboarding, "established", ActivityKind.PARTNERSHIP_ESTABLISHED,
                companies.get(onboarding.distributor()).name(), partnership.code().value());
    }

    public void confirm(OnboardingId id) {
        Onboarding onboarding = locked(id);
        OrderId order = Objects.requireNonNull(onboarding.connectionOrderId(), "no order yet");
        int count = orders.connectedCount(order);
        if (onboarding.stage() == Stage.CONNECTING) {
            onboarding.connected(clock.instant());
            activities.record(onboarding, ActivityKind.CONNECTED, null, count);
        }
        letters.connected(onboarding, count);
        end(onboarding);
    }

    /** In the transaction of the path's last step. */
    private void end(Onboarding onboarding) {
        onboarding.processEnded(clock.instant());
        repository.save(onboarding);
    }

    private Onboarding locked(OnboardingId id) {
        return repository.findLockedById(id).orElseThrow();
    }
}
