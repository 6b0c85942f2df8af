package com.texchange.operations;

import com.texchange.common.OnboardingId;
import com.texchange.process.ProcessSubject.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names what processes are about, many at a time. */
@Component
class ProcessSubjects {

    private static final String ALL = """
            select id, 'ONBOARDING' as kind, distributor, supplier, code, id as onboarding
            from onboarding_listed where id = any(:ids)
            union all
            select r.id, 'REGISTRATION', r.company_name, line.supplier, line.code, r.onboarding_id
            from registrations_request r left join onboarding_listed line on line.id = r.onboarding_id
            where r.id = any(:ids)
            union all
            select placed.id, 'ORDER', placed.distributor, placed.supplier, placed.code, line.id
            from connections_order placed left join onboarding_listed line on line.connection_order_id = placed.id
            where placed.id = any(:ids)
            union all
            select id, 'GRANT_REQUEST', distributor, supplier, code, null from grants_request where id = any(:ids)
            """;

    private final JdbcClient jdbc;

    ProcessSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id; ids that are not known are not there. */
    Map<UUID, SubjectInfo> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : jdbc.sql(ALL).param("ids", ids.toArray(UUID[]::new)).query(Subject.class).list()
                .stream().collect(Collectors.toMap(Subject::id, Subject::info, (one, other) -> one));
    }

    private record Subject(UUID id, Kind kind, String distributor, @Nullable String supplier, @Nullable String code,
            @Nullable OnboardingId onboarding) {

        SubjectInfo info() {
            return new SubjectInfo(kind, distributor, supplier, code, onboarding);
        }
    }
}
