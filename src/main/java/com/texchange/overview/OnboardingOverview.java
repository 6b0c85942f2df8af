package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.onboarding.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supplier's onboardings at a glance. Everything but the stages is bounded by a limit or by time.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for a person who acts for no
 * supplier.
 */
@Service
@Transactional(readOnly = true)
public class OnboardingOverview {

    /** What ended badly earlier is no news. */
    static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST_COUNTED = 1000;
    private static final String UNDER_WAY = " o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') ";
    /** Once somebody has taken it up, by another letter or in the own account, nothing is left to be put right. The first part is the index's. */
    private static final String UNDELIVERED = UNDER_WAY + "and o.stage = 'INVITED' and o.letter_state = 'FAILED' ";
    private static final String ROWS = """
            select o.id, o.distributor, o.stage, o.stage_since as since, o.connection_order_id is not null as ordered
            from onboarding_listed o
            where o.supplier_id = :supplier and
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingOverview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One that stands somewhere.
     *
     * @param since   when it came to this stage
     * @param ordered whether the distributor has chosen its licenses, so that the rest goes by itself
     */
    public record OnboardingSummary(OnboardingId id, String distributor, Stage stage, Instant since, boolean ordered) {
    }

    /** How many onboardings stand at each stage; stages without any are left out. */
    public Map<Stage, Integer> stages(Actor actor) {
        return jdbc.sql("""
                select stage, sum(onboardings) as onboardings from onboarding_ended where supplier_id = :supplier
                group by stage having sum(onboardings) > 0
                union all
                select o.stage, count(*) from onboarding_listed o where o.supplier_id = :supplier and""" + UNDER_WAY + "group by o.stage")
                .param("supplier", supplier(actor))
                .query(AtStage.class).list().stream().collect(Collectors.toMap(AtStage::stage, AtStage::onboardings));
    }

    /** Those under way whose stage has not changed for the longest time, the oldest first. */
    public List<OnboardingSummary> waitingLongest(int limit, Actor actor) {
        return jdbc.sql(ROWS + UNDER_WAY + "order by o.stage_since, o.id limit :limit")
                .param("supplier", supplier(actor))
                .param("limit", limit)
                .query(OnboardingSummary.class).list();
    }

    /** How many wait to be taken up and could not be delivered, at most 1000. */
    public int lettersFailed(Actor actor) {
        return jdbc.sql("select count(*) from (select 1 from onboarding_listed o where o.supplier_id = :supplier and"
                + UNDELIVERED + "limit :most) failed")
                .param("supplier", supplier(actor))
                .param("most", MOST_COUNTED)
                .query(Integer.class).single();
    }

    /** Those that wait to be taken up and whose latest letter could not be delivered, the latest first. */
    public List<OnboardingSummary> lettersFailed(int limit, Actor actor) {
        return jdbc.sql(ROWS + UNDELIVERED + "order by o.stage_since desc, o.id desc limit :limit")
                .param("supplier", supplier(actor))
                .param("limit", limit)
                .query(OnboardingSummary.class).list();
    }

    /** Those declined, rejected or expired in the last 30 days and not invited again since, the latest first. */
    public List<OnboardingSummary> lostLately(int limit, Actor actor) {
        return jdbc.sql(ROWS + """
                 o.stage in ('DECLINED', 'EXPIRED', 'REJECTED') and o.stage_since >= :since
                  and not exists (select 1 from onboarding_listed again
                      where again.partnership_id = o.partnership_id and again.invited_at > o.invited_at)
                order by o.stage_since desc, o.id desc limit :limit
                """)
                .param("supplier", supplier(actor))
                .param("since", clock.instant().minus(LATELY))
                .param("limit", limit)
                .query(OnboardingSummary.class).list();
    }

    /**
     * How many distributors were connected, by the Monday of their week; weeks without any are left out.
     *
     * @param from the first day that counts, in the zone
     */
    public Map<LocalDate, Integer> connectedPerWeek(LocalDate from, ZoneId zone, Actor actor) {
        return jdbc.sql("""
                select week::date as week, connected
                from generate_series(date_trunc('week', :first::timestamp), :now::timestamptz at time zone :zone, interval '7 days') week
                    cross join lateral (select count(*) as connected from onboarding_listed
                        where supplier_id = :supplier and stage = 'CONNECTED'
                            and stage_since >= greatest(week, :first::timestamp) at time zone :zone
                            and stage_since < (week + interval '7 days') at time zone :zone) counted
                where connected > 0""")
                .param("zone", zone.getId())
                .param("supplier", supplier(actor))
                .param("first", from)
                .param("now", clock.instant())
                .query(InWeek.class).list().stream().collect(Collectors.toMap(InWeek::week, InWeek::connected));
    }

    private record AtStage(Stage stage, int onboardings) {
    }

    private record InWeek(LocalDate week, int connected) {
    }

    private static CompanyId supplier(Actor actor) {
        return actor.companyAs(Role.SUPPLIER);
    }
}
