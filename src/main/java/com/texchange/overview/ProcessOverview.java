package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.onboarding.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
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
        List<AgeClass> ages = List.of(AgeClass.values());
        jdbc.sql("""
                select stage, age, counted.onboardings
                from unnest(:stages::text[]) stage
                    cross join unnest(:ages::text[], :since::timestamptz[], :until::timestamptz[]) class (age, since, until)
                    cross join lateral (select count(*) as onboardings from onboarding_listed o
                        where o.stage = stage.stage and o.stage_since > class.since and o.stage_since <= class.until) counted
                where counted.onboardings > 0""")
                .param("stages", AgeTable.stages().map(Stage::name).toArray(String[]::new))
                .param("ages", ages.stream().map(AgeClass::name).toArray(String[]::new))
                .param("since", ages.stream().map(age -> age.since(now)).toArray(String[]::new))
                .param("until", ages.stream().map(age -> age.until(now)).toArray(String[]::new))
                .query(OfAge.class).list()
                .forEach(found -> counts.computeIfAbsent(found.stage(), stage -> new EnumMap<>(AgeClass.class))
                        .put(found.age(), found.onboardings()));
        return new AgeTable(counts);
    }

    private record OfAge(Stage stage, AgeClass age, int onboardings) {
    }
}
