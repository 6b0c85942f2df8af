package com.texchange.onboarding;

import com.texchange.common.AccountId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.partners.PartnershipWords;
import com.texchange.tasks.TaskSubject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingSubjects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param actors who has just taken a step here: the task that it led to is no news to them */
    private record Row(String supplier, DistributorCode code, List<String> words, Set<UUID> actors) {
    }

    public TaskSubject of(OnboardingId id) {
        Row row = jdbc.sql("""
                select supplier.name as supplier, place.code, array_remove(array[place.invitee_name, supplier.name,
                        supplier.tax_id, distributor.name, distributor.tax_id], null) as words,
                    array(select distinct actor_id from activity
                        where onboarding_id = o.id and actor_id is not null and happened_at > :since) as actors
                from onboarding o join partners_partnership place on place.id = o.partnership_id
                    join partners_company supplier on supplier.id = o.supplier_id
                    left join partners_company distributor on distributor.id = o.distributor_id
                where o.id = :id
                """)
                .param("id", id)
                .param("since", clock.instant().minus(STEP_LEADS_TO_TASK))
                .query(Row.class).single();
        return new TaskSubject(PartnershipWords.line(row.supplier(), row.code()), row.words(),
                row.actors().stream().map(AccountId::new).collect(Collectors.toSet()));
    }
}
