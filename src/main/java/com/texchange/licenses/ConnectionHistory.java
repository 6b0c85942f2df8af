package com.texchange.licenses;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many licenses were connected to a supplier over time. */
@Service
@Transactional(readOnly = true)
public class ConnectionHistory {

    private final JdbcClient jdbc;

    ConnectionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Licenses of the supplier's distributors that were connected and still are, by the Monday of their week; weeks
     * without any are left out.
     *
     * @param from the first day that counts, in the zone
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for no supplier
     */
    public Map<LocalDate, Integer> perWeek(LocalDate from, ZoneId zone, Actor actor) {
        Map<LocalDate, Integer> weeks = new HashMap<>();
        jdbc.sql("""
                select date_trunc('week', connected_at at time zone :zone)::date as week, count(*) as connected
                from connection
                where supplier_id = :supplier and connected_at >= :from
                group by week
                """)
                .param("zone", zone.getId())
                .param("supplier", actor.companyAs(Role.SUPPLIER).value())
                .param("from", OffsetDateTime.from(from.atStartOfDay(zone)))
                .query(row -> {
                    weeks.put(row.getObject("week", LocalDate.class), row.getInt("connected"));
                });
        return weeks;
    }
}
