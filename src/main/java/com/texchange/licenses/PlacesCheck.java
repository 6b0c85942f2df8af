package com.texchange.licenses;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryDifference;
import com.texchange.audit.PortionedCheck;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether each license is where its history has brought it, with whom, and blocked or not as was last decided; and whether there are as
 * many of each company as are kept.
 */
@Component
class PlacesCheck extends PortionedCheck {

    private static final int AT_ONCE = 20_000;
    private static final String IDS = "select id from license where id > :after order by id limit :most";
    private static final String DIFFERING = """
            select license.id, license.number,
                concat_ws(' · ', now_at.device_id, now_at.agent, case when said.blocked then 'BLOCKED' end) as by_history,
                concat_ws(' · ', license.device_id, license.user_name, case when license.blocked then 'BLOCKED' end) as by_table
            from license
                left join license_assignment now_at on now_at.license_id = license.id and now_at.ended_at is null
                left join lateral (select blocked from license_blocking where license_id = license.id order by id desc limit 1) said on true
            where license.id > :after and license.id <= :last
                and (now_at.id is null or (now_at.device_id, now_at.agent) is distinct from (license.device_id, license.user_name)
                    or said.blocked <> license.blocked)
            order by license.id
            """;
    private static final String MISCOUNTED = """
            select distributor_id as id, '' as number, coalesce(counted.licenses, 0)::text as by_history,
                coalesce(kept.licenses, 0)::text as by_table
            from license_tally kept full join (select distributor_id, owner_id, count(*) as licenses from license group by 1, 2) counted
                using (distributor_id, owner_id)
            where coalesce(kept.licenses, 0) <> coalesce(counted.licenses, 0)
            """;

    PlacesCheck(JdbcClient jdbc) {
        super(jdbc, IDS, AT_ONCE);
    }

    private record Row(UUID id, String number, String byHistory, String byTable) {
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public long look(Consumer<HistoryDifference> differing) {
        long looked = super.look(differing);
        tell(AuditSubject.Type.COMPANY, jdbc.sql(MISCOUNTED), differing);
        return looked;
    }

    @Override
    protected void compare(UUID after, UUID last, Consumer<HistoryDifference> differing) {
        tell(AuditSubject.Type.LICENSE, jdbc.sql(DIFFERING).param("after", after).param("last", last), differing);
    }

    private static void tell(AuditSubject.Type type, JdbcClient.StatementSpec found, Consumer<HistoryDifference> differing) {
        found.query(Row.class).list().forEach(row ->
                differing.accept(new HistoryDifference(type, row.id().toString(), row.number(), row.byHistory(), row.byTable())));
    }
}
