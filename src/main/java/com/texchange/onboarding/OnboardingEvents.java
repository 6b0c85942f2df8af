package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.mail.DeliveryChanged;
import com.texchange.mail.DeliveryChanging;
import com.texchange.mail.Letters;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationOpened;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an onboarding hears from other modules, in the transactions that cause it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OnboardingEvents {

    private static final Set<String> INVITATIONS = Set.of("invitation", "invitation-reminder");

    private final OnboardingRepository repository;
    private final Companies companies;
    private final Endings endings;
    private final Letters letters;
    private final ActivityLog activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingEvents(OnboardingRepository repository, Companies companies, Endings endings,
            Letters letters, ActivityLog activities, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.companies = companies;
        this.endings = endings;
        this.letters = letters;
        this.activities = activities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void accountOpened(RegistrationOpened event) {
        OnboardingId id = event.onboardingId();
        if (id != null) {
            Onboarding onboarding = repository.findLockedById(id).orElseThrow();
            activities.record(onboarding, ActivityKind.ACCOUNT_OPENED, null, companies.get(event.companyId()).name(),
                    event.outcome());
            endings.otherPartnership(onboarding, event.companyId()).ifPresentOrElse(
                    other -> endings.join(onboarding, event.companyId(), other, null),
                    () -> {
                        onboarding.registered(event.companyId(), clock.instant());
                        repository.save(onboarding);
                    });
        }
    }

    @EventListener
    void letterMoves(DeliveryChanging event) {
        jdbc.sql("select id from onboarding where id = ? for no key update").param(event.reference())
                .query(UUID.class).optional();
    }

    /** Shows on the onboarding what became of its letters; a letter of a registration without one is not told here. */
    @EventListener
    void letterMoved(DeliveryChanged event) {
        repository.findById(new OnboardingId(event.reference())).ifPresent(onboarding -> {
            if (isLatestInvitation(event)) {
                // Past the aggregate: the letter's state is shown, never decided by, and must not conflict with a decision.
                jdbc.sql("update onboarding set letter_state = ? where id = ?")
                        .params(event.state(), event.reference())
                        .update();
            }
            activities.tell(onboarding);
        });
    }

    /** An earlier letter that is given up late says nothing of the one sent after it. */
    private boolean isLatestInvitation(DeliveryChanged event) {
        return letters.deliveriesOf(event.reference()).stream()
                .filter(delivery -> INVITATIONS.contains(delivery.template()))
                .reduce((earlier, later) -> later)
                .filter(latest -> latest.id().equals(event.deliveryId()))
                .isPresent();
    }
}
