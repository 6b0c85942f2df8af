package com.texchange.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, mail server and engine, running; closing stops them in the opposite order. */
public final class LocalServers implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String DATABASE = "postgres";
    private final EmbeddedPostgres postgres;
    private final GreenMail mail;
    private final LocalEngine engine;

    private LocalServers(EmbeddedPostgres postgres, GreenMail mail, LocalEngine engine) {
        this.postgres = postgres;
        this.mail = mail;
        this.engine = engine;
    }

    /** Starts all of them, and returns when they can be used. */
    public static LocalServers start(LocalSettings settings) {
        return new LocalServers(
                startPostgres(settings.postgresPort(), settings.folder()),
                startMail(settings.smtpPort(), settings.imapPort()),
                LocalEngine.start(settings.engineGrpcPort(), settings.engineRestPort(), settings.folder()));
    }

    /** To read the letters, and to make the server fail. */
    public GreenMail mail() {
        return mail;
    }

    /** To move the engine's time. */
    public LocalCamunda camunda() {
        return engine.camunda();
    }

    /** The application's properties that lead it to these servers. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", postgres.getJdbcUrl(DATABASE, DATABASE));
        properties.put("spring.datasource.username", DATABASE);
        properties.put("spring.mail.host", HOST);
        properties.put("spring.mail.port", mail.getSmtp().getPort());
        properties.putAll(engine.properties());
        return properties;
    }

    @Override
    public void close() {
        try {
            engine.close();
            mail.stop();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own shutdown hook would stop it while the application still writes. */
    private static EmbeddedPostgres startPostgres(int port, @Nullable Path folder) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
        if (port != 0) {
            builder.setPort(port);
        }
        if (folder != null) {
            builder.setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every address has a mailbox, made when the first letter or reader comes. */
    private static GreenMail startMail(int smtpPort, int imapPort) {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)});
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }
}
