package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.Role;
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
        return jdbc.sql("""
                select date_trunc('week', connected_at at time zone :zone)::date as week, count(*) as connected
                from connection
                where supplier_id = :supplier and connected_at >= :from
                group by week
                """)
                .param("zone", zone.getId())
                .param("supplier", actor.companyAs(Role.SUPPLIER))
                .param("from", from.atStartOfDay(zone).toInstant())
                .query(InWeek.class).list().stream().collect(Collectors.toMap(InWeek::week, InWeek::connected));
    }

    private record InWeek(LocalDate week, int connected) {
    }
}
