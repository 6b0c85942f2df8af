package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.onboarding.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
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
                select stage, case when stage_since > :threeDays then 'UP_TO_3_DAYS'
                                   when stage_since > :twoWeeks then 'UP_TO_2_WEEKS'
                                   when stage_since > :thirtyDays then 'UP_TO_30_DAYS'
                                   else 'LONGER' end as age, count(*) as onboardings
                from onboarding_line
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
}
