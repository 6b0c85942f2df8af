package com.texchange.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the application's role may do where another one owns the tables. */
@WithoutProcess
class ApplicationRightsIT {

    private static final String ROLE = "t_exchange_application";

    @Autowired
    EarlierDatabase databases;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theApplicationWritesEntriesAndCanNeitherChangeNorRemoveThemNorWhatKeepsThem() {
        if (jdbc.sql("select count(*) from pg_roles where rolname = ?").param(ROLE).query(Integer.class).single() == 0) {
            jdbc.sql("create role " + ROLE + " login").update();
        }
        DriverManagerDataSource owner = (DriverManagerDataSource) databases.today(new ApplicationRights(ROLE));
        JdbcClient application = JdbcClient.create(new DriverManagerDataSource(owner.getUrl().replaceFirst("user=[^&]*", "user=" + ROLE)));
        assertThat(application.sql("select current_user").query(String.class).single()).isEqualTo(ROLE);

        new AuditEntries(application).write(List.of(new AuditEntries.Row(Audited.byStranger(AuditKind.SIGNED_IN, "eve"), null, 1)));

        assertThat(application.sql("select count(*) from audit_listed where actor = 'eve'").query(Integer.class).single()).isEqualTo(1);
        assertThat(List.of("update audit_entry set actor = 'adam'", "delete from audit_entry", "truncate audit_entry",
                "update audit_listed set actor = 'adam'", "delete from audit_listed",
                "insert into audit_entry (at, kind, actor, companies) values (now() - interval '1 year', 'SIGNED_IN', 'eve', '{}')",
                "alter table audit_entry disable trigger all", "drop table audit_entry",
                "create or replace function audit_keep() returns trigger language plpgsql as 'begin return old; end'"))
                .allSatisfy(statement -> assertThatThrownBy(() -> application.sql(statement).update()).as(statement)
                        .isInstanceOf(DataAccessException.class).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*"));
        JdbcClient.create(owner).sql("insert into audit_entry (at, kind, actor, companies) values (now() - interval '5 years', 'SIGNED_IN', 'eve', '{}')")
                .update();
        assertThat(new AuditEntries(application).forget(1095, 10)).isEqualTo(1);
        assertThat(application.sql("update license set blocked = blocked").update()).isZero();
        application.sql("analyze reconciliation_row").update();
        assertThat(application.sql("select nextval('retired_task_key')").query(Long.class).single()).isPositive();
    }
}
