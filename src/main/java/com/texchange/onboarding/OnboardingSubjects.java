package com.texchange.onboarding;

import com.texchange.common.AccountId;
import com.texchange.common.OnboardingId;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.PartnershipWords;
import com.texchange.partners.Partnerships;
import com.texchange.tasks.TaskSubject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the distributor's tasks in an onboarding are about. For task forms; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class OnboardingSubjects {

    /** The engine offers a task moments after the step before it. */
    private static final Duration STEP_LEADS_TO_TASK = Duration.ofMinutes(10);

    private final OnboardingRepository repository;
    private final Partnerships partnerships;
    private final PartnershipWords words;
    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingSubjects(OnboardingRepository repository, Partnerships partnerships, PartnershipWords words,
            JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.partnerships = partnerships;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TaskSubject of(OnboardingId id) {
        Onboarding onboarding = repository.findById(id).orElseThrow();
        PartnershipInfo partnership = partnerships.get(onboarding.partnershipId());
        return new TaskSubject(words.line(partnership), words.of(partnership, onboarding.distributorId()), actorsOf(id));
    }

    /** Who has just taken a step here: the task that it led to is no news to them. */
    private Set<AccountId> actorsOf(OnboardingId id) {
        return jdbc.sql("""
                select distinct actor_id from activity
                where onboarding_id = :id and actor_id is not null and happened_at > :since
                """)
                .param("id", id)
                .param("since", clock.instant().minus(STEP_LEADS_TO_TASK))
                .query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toSet());
    }
}
