package com.texchange.onboarding;

import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The automatic steps with which the process {@code distributor-onboarding} ends early. As the others, each runs at least
 * once and converges.
 *
 * @see OnboardingSteps
 * @see Endings what people do before them
 */
@Component
@Transactional
class EarlyEnds {

    private final OnboardingRepository repository;
    private final Registrations registrations;
    private final OnboardingLetters letters;
    private final ActivityLog activities;
    private final Clock clock;

    EarlyEnds(OnboardingRepository repository, Registrations registrations, OnboardingLetters letters,
            ActivityLog activities, Clock clock) {
        this.repository = repository;
        this.registrations = registrations;
        this.letters = letters;
        this.activities = activities;
        this.clock = clock;
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
        } else {
            ended(onboarding);
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

    /** The stage was set with the supplier's click, or where the onboarding was joined to another partnership. */
    public void notifyRevoked(OnboardingId id) {
        Onboarding onboarding = locked(id);
        ended(onboarding);
        end(onboarding);
    }

    /** Tells of an end that came before a decision, and nothing of another end. What only one of the letters says is asked for that one alone. */
    private void ended(Onboarding onboarding) {
        if (onboarding.stage() == Stage.REVOKED) {
            letters.revoked(onboarding, () -> invitedBefore(onboarding), () -> registrations.latestFor(onboarding.id()).isPresent());
        } else if (onboarding.stage() == Stage.JOINED) {
            letters.joined(onboarding, activities.has(onboarding.id(), ActivityKind.TAKEN_OVER));
        }
    }

    /** Where the invitation went, if its place has been invited anew since: by then the place can have another address and another name. */
    private Optional<EmailAddress> invitedBefore(Onboarding onboarding) {
        boolean latest = repository.findFirstByPartnershipIdOrderByInvitedAtDesc(onboarding.partnershipId())
                .filter(last -> last.id().equals(onboarding.id())).isPresent();
        return latest ? Optional.empty() : activities.invited(onboarding.id());
    }

    /** Then it was not the sales department that did not want the newcomer. */
    private boolean isUnconfirmed(OnboardingId id) {
        return registrations.latestFor(id).map(registrations::get).filter(request -> request.confirmation().askedCompany() != null)
                .isPresent();
    }

    public void closeRejected(OnboardingId id) {
        Onboarding onboarding = locked(id);
        if (onboarding.stage() == Stage.REGISTERING) {
            String reason = registrations.rejectionReason(id);
            onboarding.reject(reason, clock.instant());
            String told = Objects.requireNonNullElse(reason, "");
            activities.record(onboarding, ActivityKind.REJECTED, null,
                    isUnconfirmed(id) ? new Object[] {told, Activity.UNCONFIRMED} : new Object[] {told});
        }
        if (onboarding.stage() == Stage.REJECTED) {
            letters.rejected(onboarding);
        } else {
            // Somebody was faster than the engine, whose message about it finds nobody any more.
            ended(onboarding);
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

    /** In the transaction of the path's last step. */
    private void end(Onboarding onboarding) {
        letters.callBack(onboarding);
        onboarding.processEnded(clock.instant());
        repository.save(onboarding);
    }

    private Onboarding locked(OnboardingId id) {
        return repository.findLockedById(id).orElseThrow();
    }
}
