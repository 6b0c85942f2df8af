package com.texchange.connections;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryCheck;
import com.texchange.audit.HistoryDifference;
import com.texchange.common.CompanyId;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the licenses in each supplier's service are those that its events have left there, and as many as are counted. */
@Component
class ServiceCheck implements HistoryCheck {

    private static final String DIFFERING = """
            with told as (
                select license_id from (select distinct on (license_id) license_id, kind from connection_event
                    where supplier_id = :supplier and kind <> 'MOVED' order by license_id, position desc) latest
                where kind = 'CONNECTED'
            ), there as (
                select license_id from connection where supplier_id = :supplier and published_at is not null
            )
            select license.id, license.number, case when there.license_id is null then 'CONNECTED' else 'DISCONNECTED' end as by_history,
                case when there.license_id is null then 'DISCONNECTED' else 'CONNECTED' end as by_table
            from told full join there using (license_id) join licenses_license license on license.id = license_id
            where told.license_id is null or there.license_id is null
            order by license.id
            """;
    private static final String MISCOUNTED = """
            select coalesce(kept.distributor_id, counted.distributor_id) as id, '' as number, coalesce(counted.number, 0)::text as by_history,
                coalesce(kept.number, 0)::text as by_table
            from (select distributor_id, sum(in_service) as number from connection_tally where supplier_id = :supplier
                    group by distributor_id) kept
                full join (select license.distributor_id, count(*) as number from connection
                    join licenses_license license on license.id = connection.license_id
                    where connection.supplier_id = :supplier and published_at is not null group by 1) counted using (distributor_id)
            where coalesce(kept.number, 0) <> coalesce(counted.number, 0)
            """;

    private final JdbcClient jdbc;

    ServiceCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID id, String number, String byHistory, String byTable) {

        HistoryDifference of(AuditSubject.Type type) {
            return new HistoryDifference(type, id.toString(), number, byHistory, byTable);
        }
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public long look(Consumer<HistoryDifference> differing) {
        return jdbc.sql("""
                select supplier_id from connection_position
                union select supplier_id from connection_tally order by 1
                """)
                .query(UUID.class).list().stream().mapToLong(supplier -> look(new CompanyId(supplier), differing)).sum();
    }

    long look(CompanyId supplier, Consumer<HistoryDifference> differing) {
        jdbc.sql(DIFFERING).param("supplier", supplier).query(Row.class).list()
                .forEach(row -> differing.accept(row.of(AuditSubject.Type.LICENSE)));
        jdbc.sql(MISCOUNTED).param("supplier", supplier).query(Row.class).list()
                .forEach(row -> differing.accept(row.of(AuditSubject.Type.COMPANY)));
        return jdbc.sql("select count(*) from connection_event where supplier_id = :supplier").param("supplier", supplier)
                .query(Long.class).single();
    }
}
