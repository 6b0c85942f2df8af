package com.texchange.operations;

import com.texchange.common.OnboardingId;
import com.texchange.process.ProcessSubject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names what processes are about, many at a time. */
@Component
class ProcessSubjects {

    private static final String ALL = """
            select o.id, 'ONBOARDING' as kind, coalesce(d.name, p.invitee_name) as distributor, s.name as supplier, p.code,
                o.id as onboarding
            from onboarding o join partnership p on p.id = o.partnership_id join company s on s.id = o.supplier_id
                left join company d on d.id = o.distributor_id
            where o.id = any(:ids::uuid[])
            union all
            select r.id, 'REGISTRATION', r.company_name, s.name, p.code, r.onboarding_id
            from registration r left join onboarding o on o.id = r.onboarding_id
                left join partnership p on p.id = o.partnership_id left join company s on s.id = o.supplier_id
            where r.id = any(:ids::uuid[])
            union all
            select c.id, 'ORDER', d.name, s.name, p.code, o.id
            from connection_order c join company d on d.id = c.distributor_id join company s on s.id = c.supplier_id
                left join partnership p on p.supplier_id = c.supplier_id and p.distributor_id = c.distributor_id
                left join onboarding o on o.connection_order_id = c.id
            where c.id = any(:ids::uuid[])
            """;

    private final JdbcClient jdbc;

    ProcessSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id; ids that are not known are not there. */
    Map<UUID, SubjectInfo> find(Collection<UUID> ids) {
        Map<UUID, SubjectInfo> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(ALL).param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).query(row -> {
                found.put(row.getObject("id", UUID.class), info(row));
            });
        }
        return found;
    }

    private static SubjectInfo info(ResultSet row) throws SQLException {
        UUID onboarding = row.getObject("onboarding", UUID.class);
        return new SubjectInfo(Kind.valueOf(row.getString("kind")), row.getString("distributor"),
                row.getString("supplier"), row.getString("code"), onboarding == null ? null : new OnboardingId(onboarding));
    }
}
