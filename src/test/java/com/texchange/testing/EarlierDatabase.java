package com.texchange.testing;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of their own on the tests' server, as an earlier version of the application has left them. */
@TestComponent
public class EarlierDatabase {

    private final JdbcClient shared;
    private final String url;
    private final JavaMigration[] migrations;

    EarlierDatabase(JdbcClient shared, Environment environment, List<JavaMigration> migrations) {
        this.shared = shared;
        this.url = environment.getRequiredProperty("spring.datasource.url");
        this.migrations = migrations.toArray(JavaMigration[]::new);
    }

    /** One of today, with what is done beside its migrations. */
    public DataSource today(Callback callback) {
        DataSource database = empty();
        Flyway.configure().dataSource(database).javaMigrations(migrations).callbacks(callback).load().migrate();
        return database;
    }

    private DataSource empty() {
        String name = "earlier_" + UUID.randomUUID().toString().replace('-', '_');
        shared.sql("create database " + name).update();
        return new DriverManagerDataSource(SharedServices.named(url, name));
    }

    /** @param version of the last migration that the earlier application had */
    public DataSource at(int version) {
        DataSource database = empty();
        Flyway.configure().dataSource(database).javaMigrations(migrations)
                .target(MigrationVersion.fromVersion(String.valueOf(version))).load().migrate();
        return database;
    }

    /** Does what the start of today's application does. */
    public void takeOver(DataSource database) {
        Flyway.configure().dataSource(database).javaMigrations(migrations).load().migrate();
    }
}
