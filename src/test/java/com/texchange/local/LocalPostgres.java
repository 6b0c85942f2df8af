package com.texchange.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** PostgreSQL with its data in a folder. */
final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "postgres";
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private LocalPostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    /** @param port 0 for a free one */
    static LocalPostgres start(int port, Path data) {
        OrphanedPostgres.stop(data);
        return new LocalPostgres(data, serve(port, data));
    }

    Map<String, Object> properties() {
        return Map.of("spring.datasource.url", server.getJdbcUrl(DATABASE, DATABASE),
                "spring.datasource.username", DATABASE);
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
