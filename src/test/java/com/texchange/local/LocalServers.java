package com.texchange.local;

import com.icegreen.greenmail.util.GreenMail;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL, mail server and engine, running. Each can be stopped and started again, at the same address and with what
 * it knew; closing stops them all.
 */
public final class LocalServers implements AutoCloseable {

    /** The demo people have one password that everybody knows; a second factor is offered and not asked for. The key is nobody's. */
    private static final Map<String, Object> SECOND_FACTORS = Map.of("t-exchange.accounts.second-factor.required-for", "",
            "t-exchange.accounts.second-factor.key", "cXVpY2sgc3RhcnQgYW5kIHRlc3RzLCBubyBzZWNyZXQ=");

    /** A server of a company may be tried on this machine. */
    private static final Map<String, Object> INTERNAL = Map.of("t-exchange.sign-in-through-company.internal-hosts", "127.0.0.1:*");

    private final LocalFolder folder;
    private final LocalPostgres postgres;
    private final LocalMail mail;
    private final LocalEngine engine;

    private LocalServers(LocalFolder folder, LocalPostgres postgres, LocalMail mail, LocalEngine engine) {
        this.folder = folder;
        this.postgres = postgres;
        this.mail = mail;
        this.engine = engine;
    }

    /** Starts all of them, and returns when they can be used. */
    public static LocalServers start(LocalSettings settings) {
        return start(settings, LocalFolder.open(settings.folder()).stopOrphan());
    }

    /** In a folder that is open and that nobody works in; it is closed with them. */
    static LocalServers start(LocalSettings settings, LocalFolder folder) {
        return new LocalServers(folder,
                LocalPostgres.start(settings.postgresPort(), folder.postgres(), settings.folder() != null),
                LocalMail.start(settings.smtpPort(), settings.imapPort(), LetterFiles.in(folder.mail())),
                LocalEngine.start(settings.engineGrpcPort(), settings.engineRestPort(), folder.engine()));
    }

    /** To read the letters, and to make the server fail. */
    public GreenMail mail() {
        return mail.server();
    }

    /** To move the engine's time. */
    public LocalCamunda camunda() {
        return engine.camunda();
    }

    /** The application's properties that lead it to these servers, and ask nobody for a second factor. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>(postgres.properties());
        properties.putAll(mail.properties());
        properties.putAll(engine.properties());
        properties.putAll(SECOND_FACTORS);
        properties.putAll(INTERNAL);
        return properties;
    }

    public void stopEngine() {
        engine.stop();
    }

    public void startEngine() {
        engine.startAgain();
    }

    public void stopMail() {
        mail.stop();
    }

    public void startMail() {
        mail.startAgain();
    }

    public void stopPostgres() {
        postgres.stop();
    }

    public void startPostgres() {
        postgres.startAgain();
    }

    @Override
    public void close() {
        engine.close();
        mail.close();
        postgres.close();
        folder.close();
    }
}
