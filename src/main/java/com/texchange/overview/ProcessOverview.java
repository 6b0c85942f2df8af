package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.onboarding.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All onboardings at a glance, for a process manager.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for anybody else.
 */
@Service
@Transactional(readOnly = true)
public class ProcessOverview {

    private static final int MOST_COUNTED = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessOverview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public AgeTable ages(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        Instant now = clock.instant();
        Map<Stage, Map<AgeClass, Integer>> counts = new EnumMap<>(Stage.class);
        jdbc.sql("""
                select stage, case when stage_since >= :threeDays then 'UP_TO_3_DAYS'
                                   when stage_since >= :twoWeeks then 'UP_TO_2_WEEKS'
                                   when stage_since >= :thirtyDays then 'UP_TO_30_DAYS'
                                   else 'LONGER' end as age, count(*) as onboardings
                from onboarding
                where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
                group by stage, age
                """)
                .param("threeDays", AgeClass.UP_TO_2_WEEKS.before(now))
                .param("twoWeeks", AgeClass.UP_TO_30_DAYS.before(now))
                .param("thirtyDays", AgeClass.LONGER.before(now))
                .query(OfAge.class).list()
                .forEach(found -> counts.computeIfAbsent(found.stage(), stage -> new EnumMap<>(AgeClass.class))
                        .put(found.age(), found.onboardings()));
        return new AgeTable(counts);
    }

    private record OfAge(Stage stage, AgeClass age, int onboardings) {
    }

    /** How many under way have an invitation that could not be delivered, at most 1000. */
    public int lettersFailed(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return jdbc.sql("""
                select count(*) from (
                    select 1 from onboarding
                    where letter_state = 'FAILED' and stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
                    limit :most) failed
                """)
                .param("most", MOST_COUNTED)
                .query(Integer.class).single();
    }

    /** The onboardings that tasks are about, by the tasks' subjects: an onboarding, a registration or an order. */
    public Map<UUID, OnboardingId> ofSubjects(Collection<UUID> subjects, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        Map<UUID, OnboardingId> found = new HashMap<>();
        jdbc.sql("""
                select id as subject, id as onboarding from onboarding where id = any(:subjects)
                union all
                select id, onboarding_id from registration where id = any(:subjects) and onboarding_id is not null
                union all
                select connection_order_id, id from onboarding where connection_order_id = any(:subjects)
                """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("subject", UUID.class),
                            new OnboardingId(row.getObject("onboarding", UUID.class)));
                });
        return found;
    }
}
