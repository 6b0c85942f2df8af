package com.texchange.onboarding;

import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.KeptInTransaction;
import com.texchange.common.OnboardingId;
import com.texchange.mail.DeliveriesChanged;
import com.texchange.mail.DeliveriesChanged.Change;
import com.texchange.mail.DeliveriesChanging;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationOpened;
import java.time.Clock;
import java.util.List;
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

    private static final String[] INVITATIONS = {"invitation", "invitation-reminder"};

    private final OnboardingRepository repository;
    private final Companies companies;
    private final Accounts accounts;
    private final Endings endings;
    private final ActivityLog activities;
    /** By which the letters of one step lock their onboarding once. */
    private final KeptInTransaction<Set<UUID>, List<UUID>> locked = new KeptInTransaction<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingEvents(OnboardingRepository repository, Companies companies, Accounts accounts, Endings endings,
            ActivityLog activities, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.companies = companies;
        this.accounts = accounts;
        this.endings = endings;
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
        locked.get(event.references(), references ->
                jdbc.sql("select id from onboarding where id = any(:ids) order by id for no key update")
                        .param("ids", references.toArray(UUID[]::new))
                        .query(UUID.class).list());
    }

    /**
     * Shows on onboardings what became of their letters; a letter of a registration without one is not told here. An earlier letter
     * that is given up late says nothing of the one sent after it. Past the aggregate: the letter's state is shown, never decided
     * by, and must not conflict with a decision.
     */
    @EventListener
    void lettersMoved(DeliveriesChanged event) {
        activities.tell(jdbc.sql("""
                with moved as (
                    select * from unnest(:references::uuid[], :letters::uuid[], :states::text[]) as m (reference, letter, state)
                ), shown as (
                    update onboarding set letter_state = moved.state
                    from moved, (select distinct on (reference) reference, id from mail_letter
                        where reference = any(:references::uuid[]) and template = any(:templates)
                        order by reference, queued_at desc, id desc) latest
                    where onboarding.id = moved.reference and latest.reference = moved.reference and latest.id = moved.letter
                )
                select distinct told from onboarding, unnest(array[id, supplier_id, distributor_id]) told
                where id = any(:references::uuid[]) and told is not null
                """)
                .param("references", event.changes().stream().map(Change::reference).toArray(UUID[]::new))
                .param("letters", event.changes().stream().map(Change::deliveryId).toArray(UUID[]::new))
                .param("states", event.changes().stream().map(change -> change.state().name()).toArray(String[]::new))
                .param("templates", INVITATIONS)
                .query(UUID.class).list());
    }
}
