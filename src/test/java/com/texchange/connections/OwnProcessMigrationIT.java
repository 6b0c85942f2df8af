package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders of an installation that did not note yet which of them have a process of their own, in a schema beside the others. */
@WithoutProcess
class OwnProcessMigrationIT {

    private static final String SCHEMA = "before_own_process";

    @Autowired
    DataSource database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void installationBefore() {
        jdbc = new JdbcTemplate(database);
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
        migrate("19");
    }

    @AfterEach
    void drop() {
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void thoseThatNoOnboardingHasTakenHaveOne() {
        jdbc.execute("""
                insert into %1$s.company (id, version, name, supplier, distributor, created_at)
                    values (%2$s, 1, 'Both', true, true, now());
                insert into %1$s.account (id, version, email, name, company_id, language, enabled, created_at)
                    values (%2$s, 1, 'a@example.com', 'A', %2$s, 'en', true, now());
                insert into %1$s.partnership (id, version, supplier_id, code, invitee_name, invitee_email, delegated, created_at)
                    values (%2$s, 1, %2$s, '00001', 'B', 'b@example.com', false, now());
                insert into %1$s.connection_order (id, version, distributor_id, supplier_id, state, placed_by, placed_at)
                    values (%2$s, 1, %2$s, %2$s, 'PLACED', %2$s, now()), (%3$s, 1, %2$s, %2$s, 'REFUSED', %2$s, now());
                insert into %1$s.onboarding (id, version, partnership_id, supplier_id, language, stage, stage_since, invited_by,
                    invited_at, expires_at, connection_order_id)
                    values (%2$s, 1, %2$s, %2$s, 'en', 'CONNECTING', now(), %2$s, now(), now(), %2$s);
                """.formatted(SCHEMA, id(1), id(2)));

        migrate("21");

        List<Map<String, Object>> orders = jdbc.queryForList(
                "select id, own_process from %s.connection_order order by id".formatted(SCHEMA));
        assertThat(orders).extracting(order -> order.get("own_process")).containsExactly(false, true);
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(database).schemas(SCHEMA).defaultSchema(SCHEMA).target(version).load().migrate();
    }

    private static String id(long number) {
        return "'" + new UUID(0, number) + "'";
    }
}
