package com.texchange.onboarding;

import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.mail.DeliveriesChanged;
import com.texchange.mail.DeliveriesChanged.Change;
import com.texchange.mail.DeliveriesChanging;
import com.texchange.mail.Letters;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationOpened;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Accounts accounts;
    private final Endings endings;
    private final Letters letters;
    private final ActivityLog activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingEvents(OnboardingRepository repository, Companies companies, Accounts accounts, Endings endings,
            Letters letters, ActivityLog activities, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.companies = companies;
        this.accounts = accounts;
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
            confirmed(event, onboarding);
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

    /** Before the account: what it was opened on. */
    private void confirmed(RegistrationOpened event, Onboarding onboarding) {
        AccountId by = event.confirmedBy();
        if (by != null) {
            String company = companies.get(event.companyId()).name();
            Actor person = accounts.get(by).actor();
            String checked = event.checked();
            if (checked == null) {
                activities.record(onboarding, ActivityKind.COLLEAGUE_CONFIRMED, person, company);
            } else {
                activities.record(onboarding, ActivityKind.COLLEAGUE_CHECKED, person, company, checked);
            }
        }
    }

    @EventListener
    void lettersMove(DeliveriesChanging event) {
        jdbc.sql("select id from onboarding where id = any(:ids) order by id for no key update")
                .param("ids", event.references().toArray(UUID[]::new))
                .query(UUID.class).list();
    }

    /**
     * Shows on onboardings what became of their letters; a letter of a registration without one is not told here. An earlier letter
     * that is given up late says nothing of the one sent after it.
     */
    @EventListener
    void lettersMoved(DeliveriesChanged event) {
        Set<UUID> references = event.changes().stream().map(Change::reference).collect(Collectors.toSet());
        Set<UUID> latest = letters.latest(references, INVITATIONS);
        List<Change> shown = event.changes().stream().filter(change -> latest.contains(change.deliveryId())).toList();
        if (!shown.isEmpty()) {
            // Past the aggregate: the letter's state is shown, never decided by, and must not conflict with a decision.
            jdbc.sql("""
                    update onboarding set letter_state = moved.state
                    from unnest(:ids::uuid[], :states::text[]) as moved (id, state) where onboarding.id = moved.id
                    """)
                    .param("ids", shown.stream().map(Change::reference).toArray(UUID[]::new))
                    .param("states", shown.stream().map(change -> change.state().name()).toArray(String[]::new))
                    .update();
        }
        activities.tell(references);
    }
}
