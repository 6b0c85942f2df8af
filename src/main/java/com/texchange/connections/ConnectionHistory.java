package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many licenses were connected to a supplier over time. */
@Service
@Transactional(readOnly = true)
public class ConnectionHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Licenses of the supplier's distributors that were connected and still are, by the Monday of their week; weeks
     * without any are left out.
     *
     * @param from the first day that counts, in the zone
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for no supplier
     */
    public Map<LocalDate, Integer> perWeek(LocalDate from, ZoneId zone, Actor actor) {
        // A range of the index for each week: hundreds of thousands of times need not be put to their weeks.
        return jdbc.sql("""
                select week::date as week, connected
                from generate_series(date_trunc('week', :first::timestamp), :now::timestamptz at time zone :zone, interval '7 days') week
                    cross join lateral (select count(*) as connected from connection
                        where supplier_id = :supplier and connected_at >= greatest(week, :first::timestamp) at time zone :zone
                            and connected_at < (week + interval '7 days') at time zone :zone) counted
                where connected > 0""")
                .param("zone", zone.getId())
                .param("supplier", actor.companyAs(Role.SUPPLIER))
                .param("first", from)
                .param("now", clock.instant())
                .query(InWeek.class).list().stream().collect(Collectors.toMap(InWeek::week, InWeek::connected));
    }

    private record InWeek(LocalDate week, int connected) {
    }
}
