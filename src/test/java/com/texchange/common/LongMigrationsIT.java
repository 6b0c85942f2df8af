package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.testing.WithoutProcess;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.SocketTimeoutException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement may take seconds here, a migration longer. */
@WithoutProcess
class LongMigrationsIT {

    @Autowired
    HikariDataSource applications;
    @Autowired
    Flyway flyway;
    private final String schema = "migrations_" + UUID.randomUUID().toString().replace("-", "");
    private HikariDataSource impatient;

    @AfterEach
    void clean() {
        JdbcClient.create(impatient).sql("drop schema if exists " + schema + " cascade").update();
        impatient.close();
    }

    @Test
    void aMigrationIsNotCutOffAndLeavesTheConnectionAsImpatientAsBefore() {
        impatient = impatient();
        Flyway.configure().dataSource(impatient).schemas(schema).locations("filesystem:target/no-migrations").failOnMissingLocations(false)
                .callbacks(flyway.getConfiguration().getCallbacks()).javaMigrations(new V1__Slow()).load().migrate();

        assertThat(JdbcClient.create(impatient).sql("select count(*) from " + schema + ".flyway_schema_history where success")
                .query(Integer.class).single()).isEqualTo(2);
        for (int connection = 0; connection < impatient.getMaximumPoolSize(); connection++) {
            assertThatThrownBy(() -> JdbcClient.create(impatient).sql("select count(pg_sleep(3))").query(Integer.class).single())
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    private HikariDataSource impatient() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(applications.getJdbcUrl());
        settings.setUsername(applications.getUsername());
        settings.setPassword(applications.getPassword());
        settings.setMaximumPoolSize(3);
        settings.addDataSourceProperty("socketTimeout", "1");
        return new HikariDataSource(settings);
    }

    /** Its name is its version. */
    private static final class V1__Slow extends BaseJavaMigration {

        @Override
        public void migrate(Context context) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("select pg_sleep(2.5)");
            }
        }
    }
}
