package com.texchange.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The flags of an installation whose switch had nothing behind it. */
@WithoutProcess
class GrantMigrationIT {

    private static final int LAST_WITH_FLAGS = 38;

    @Autowired
    EarlierDatabase databases;

    @Test
    void aFlagThatAPersonTurnedOnBecomesAGrantAndOneOfOwnershipDoesNot() {
        DataSource database = databases.at(LAST_WITH_FLAGS);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("""
                insert into company (id, version, name, supplier, distributor, created_at)
                    values (%1$s, 1, 'Supplier', true, false, now()), (%2$s, 1, 'On', false, true, now()),
                        (%3$s, 1, 'Off', false, true, now()), (%4$s, 1, 'Silent', false, true, now()),
                        (%6$s, 1, 'Owned', false, true, now());
                insert into license (id, number, activation_code, distributor_id, owner_id, created_at)
                    values (%6$s, '1', '1111-1111-1111-1111', %6$s, %1$s, now());
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                    values (%1$s, 1, 'a@example.com', 'A', %1$s, 'en', true, now()),
                        (%2$s, 1, 'b@example.com', 'B', %2$s, 'en', true, now());
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, distributor_id, delegated,
                    created_at, established_at)
                    values (%2$s, 1, %1$s, '00002', 'On', 'on@example.com', %2$s, true, '2026-01-01Z', '2026-02-01Z'),
                        (%3$s, 1, %1$s, '00003', 'Off', 'off@example.com', %3$s, false, '2026-01-01Z', '2026-02-01Z'),
                        (%4$s, 1, %1$s, '00004', 'Owned', 'owned@example.com', %4$s, true, '2026-01-01Z', '2026-02-01Z'),
                        (%6$s, 1, %1$s, '00006', 'Owned', 'owner@example.com', %6$s, true, '2026-01-01Z', '2026-02-01Z'),
                        (%5$s, 1, %1$s, '00005', 'Nobody', 'nobody@example.com', null, false, '2026-01-01Z', null);
                insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since,
                    invited_by, invited_at, expires_at)
                    values (%2$s, 1, %2$s, %1$s, %2$s, 'en', 'CONNECTED', now(), %1$s, now(), now()),
                        (%6$s, 1, %6$s, %1$s, %6$s, 'en', 'CONNECTED', now(), %1$s, now(), now());
                insert into activity (onboarding_id, happened_at, kind, actor_id, actor_name, arguments)
                    values (%2$s, '2026-03-01Z', 'DELEGATED', %1$s, 'A', '{}'), (%2$s, '2026-03-02Z', 'DELEGATION_WITHDRAWN', %2$s, 'B', '{}'),
                        (%2$s, '2026-03-03Z', 'DELEGATED', %2$s, 'B', '{}'), (%6$s, '2026-03-03Z', 'DELEGATED', %2$s, 'B', '{}');
                """.formatted(id(1), id(2), id(3), id(4), id(5), id(6)));

        databases.takeOver(database);

        List<Map<String, Object>> grants = jdbc.queryForList("""
                select distributor_id, array_to_string(acts, ' ') as acts, ends_at, given_by
                from license_grant where closed_at is null order by distributor_id
                """);
        assertThat(grants).extracting(grant -> grant.get("distributor_id")).containsExactly(new UUID(0, 2));
        assertThat(grants).allSatisfy(grant -> assertThat(grant).containsEntry("acts", "CONNECT DISCONNECT MOVE")
                .containsEntry("ends_at", null));
        assertThat(grants).extracting(grant -> grant.get("given_by")).containsExactly(new UUID(0, 2));
        assertThat(jdbc.queryForList("select given_at from license_grant order by distributor_id", OffsetDateTime.class))
                .extracting(OffsetDateTime::toInstant).containsExactly(
                        Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(jdbc.queryForObject("select count(*) from grants_grant", Integer.class)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from onboarding_line where code = '00002'", Integer.class)).isEqualTo(1);
    }

    private static String id(long number) {
        return "'" + new UUID(0, number) + "'";
    }
}
