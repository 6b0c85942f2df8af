package com.texchange.connections;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryCheck;
import com.texchange.audit.HistoryDifference;
import com.texchange.common.CompanyId;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the licenses in each supplier's service are those that its events have left there; and so many, and of its own, as are kept. */
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
            select distributor_id as id, '' as number, concat_ws(' · ', counted.in_service, counted.connected, counted.own) as by_history,
                concat_ws(' · ', kept.in_service, kept.connected, kept.own) as by_table
            from (select distributor_id, in_service, connected, own from connection_tally
                    where supplier_id = :supplier and (in_service, connected, own) <> (0, 0, 0)) kept
                full join (select license.distributor_id, count(*) filter (where published_at is not null) as in_service,
                        count(*) as connected, count(*) filter (where license.owner_id = connection.supplier_id) as own
                    from connection join licenses_license license on license.id = connection.license_id
                    where connection.supplier_id = :supplier group by 1) counted using (distributor_id)
            where (kept.in_service, kept.connected, kept.own) is distinct from (counted.in_service, counted.connected, counted.own)
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
