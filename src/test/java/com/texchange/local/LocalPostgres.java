package com.texchange.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** PostgreSQL with its data in a folder. */
final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "postgres";
    /** The role of the application, which does not own the tables. */
    private static final String APPLICATION = "t_exchange";
    private final Path data;
    private final int port;
    private final boolean ownRole;
    private EmbeddedPostgres server;

    private LocalPostgres(Path data, EmbeddedPostgres server, boolean ownRole) {
        this.data = data;
        this.ownRole = ownRole;
        this.server = server;
        this.port = server.getPort();
    }

    /**
     * @param port    0 for a free one
     * @param ownRole whether the application has a role of its own, as in production; tests do things that it may not
     */
    static LocalPostgres start(int port, Path data, boolean ownRole) {
        LocalPostgres postgres = new LocalPostgres(data, serve(port, data), ownRole);
        if (ownRole) {
            postgres.makeRole();
        }
        return postgres;
    }

    private void makeRole() {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if;
                    end $$""".formatted(APPLICATION));
        } catch (SQLException e) {
            throw new IllegalStateException("The application's role cannot be made", e);
        }
    }

    Map<String, Object> properties() {
        // The server's own address names a user, which would go before the one of the migrations.
        return ownRole ? Map.of("spring.datasource.url", "jdbc:postgresql://localhost:%d/%s".formatted(port, DATABASE),
                "spring.datasource.username", APPLICATION, "spring.flyway.user", DATABASE, "spring.flyway.password", "")
                : Map.of("spring.datasource.url", server.getJdbcUrl(DATABASE, DATABASE), "spring.datasource.username", DATABASE);
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the same port, with the same data. */
    void startAgain() {
        server = serve(port, data);
    }

    @Override
    public void close() {
        stop();
    }

    /** Its own shutdown hook would stop it while the application still writes. */
    private static EmbeddedPostgres serve(int port, Path data) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false)
                .setDataDirectory(data).setCleanDataDirectory(false);
        if (port != 0) {
            builder.setPort(port);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
