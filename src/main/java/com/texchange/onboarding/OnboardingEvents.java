package com.texchange.onboarding;

import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change.Topic;
import com.texchange.common.ChangeFeed;
import com.texchange.common.LastStatement;
import com.texchange.common.OnboardingId;
import com.texchange.mail.DeliveriesChanged;
import com.texchange.mail.DeliveriesChanging;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationOpened;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an onboarding hears from other modules, in the transactions that cause it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OnboardingEvents {

    private static final LastStatement.Part<Map<String, @Nullable Object>> SHOWN = LastStatement.json("letters_shown", """
            update onboarding set letter_state = case moved.state when 'WITHDRAWN' then latest.state else moved.state end
            from json_to_recordset(cast(:letters_shown as json)) as moved (reference uuid, letter uuid, state text),
                lateral (select id, state from mail_letter
                    where mail_letter.reference = moved.reference and template in ('invitation', 'invitation-reminder')
                    order by state = 'WITHDRAWN', queued_at desc, id desc limit 1) latest
            where onboarding.id = moved.reference and (latest.id = moved.letter or moved.state = 'WITHDRAWN')
            """);
    private static final LastStatement.Part<UUID> TOLD = new LastStatement.Part<>("letters_told", "select "
            + ChangeFeed.telling(Topic.ONBOARDING, "array_remove(array[id, supplier_id, distributor_id], null)")
            + " from onboarding where id = any(cast(:letters_told as uuid[])"
            + " || array(select onboarding_id from registrations_request where id = any(cast(:letters_told as uuid[]))))",
            ids -> ids.toArray(UUID[]::new), (ids, told) -> { });

    private final OnboardingRepository repository;
    private final Companies companies;
    private final Accounts accounts;
    private final Endings endings;
    private final ActivityLog activities;
    private final LastStatement last;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingEvents(OnboardingRepository repository, Companies companies, Accounts accounts, Endings endings,
            ActivityLog activities, LastStatement last, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.companies = companies;
        this.accounts = accounts;
        this.endings = endings;
        this.activities = activities;
        this.last = last;
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
        UUID[] free = event.references().stream().filter(id -> !OnboardingRepository.LOCKED.knows(new OnboardingId(id))).toArray(UUID[]::new);
        if (free.length > 0) {
            jdbc.sql("select id from onboarding where id = any(:ids) order by id for no key update")
                    .param("ids", free).query(UUID.class).list();
            Arrays.stream(free).forEach(id -> OnboardingRepository.LOCKED.get(new OnboardingId(id), same -> same));
        }
    }

    /**
     * Shows on onboardings what became of their letters. Open stories hear of those of their registrations too, which they tell; a letter of a
     * registration without an onboarding is not told here. An earlier letter that is given up late says nothing of the one sent after it, nor
     * does one that is called back of one that is out. Past the aggregate: the letter's state is shown, never decided by, and must not conflict
     * with a decision.
     */
    @EventListener
    void lettersMoved(DeliveriesChanged event) {
        event.changes().forEach(change -> {
            last.add(SHOWN, Map.of("reference", change.reference(), "letter", change.deliveryId(), "state", change.state().name()));
            last.add(TOLD, change.reference());
        });
    }
}
