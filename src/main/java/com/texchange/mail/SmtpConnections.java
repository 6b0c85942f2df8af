package com.texchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * A few connections to the mail server, kept open while letters come and closed when none do. The one that was used last goes
 * first, so that no more stay open than are needed.
 */
@Component
class SmtpConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);
    /** Jakarta Mail looks for it in all jars, several times a letter, unless it is named (its issue 861). */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";
    /** How long is waited; set for one protocol, they are meant for the other, too. */
    private static final List<String> TIMES = List.of("connectiontimeout", "timeout", "writetimeout");
    private final JavaMailSenderImpl settings;
    private final int lettersEach;
    private final Duration keepIdle;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService closing =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("letters-idle").factory());

    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    /** @param settings where the mail server is, by Spring's own properties */
    SmtpConnections(JavaMailSenderImpl settings, SendingProperties properties) {
        this.settings = settings;
        this.lettersEach = properties.lettersPerConnection();
        this.keepIdle = properties.idleConnection();
        long pause = Math.max(1, keepIdle.toMillis() / 2);
        closing.scheduleWithFixedDelay(this::closeIdle, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What letters are made with. */
    Session session() {
        return settings.getSession();
    }

    /**
     * Gives one letter to the mail server. Where a connection turns out to be stale before the server has answered anything, the
     * letter goes over another one; any other failure is told, for the server may have taken the letter.
     */
    void send(MimeMessage letter) throws MessagingException {
        for (SmtpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (isAnswered(kept, letter)) {
                return;
            }
            // What ended this one has probably ended all that wait.
            closeAll();
        }
        isAnswered(open(), letter);
    }

    /** @return false if the letter can go over another connection */
    private boolean isAnswered(SmtpConnection connection, MimeMessage letter) throws MessagingException {
        try {
            connection.send(letter);
            return true;
        } catch (MessagingException | RuntimeException failure) {
            if (connection.wasStale()) {
                return false;
            }
            throw failure;
        } finally {
            if (connection.isOpen() && connection.letters() < lettersEach && !closing.isShutdown()) {
                connection.restsNow();
                idle.addFirst(connection);
            } else {
                close(connection);
            }
        }
    }

    private SmtpConnection open() throws MessagingException {
        String protocol = Objects.requireNonNullElse(settings.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        Session session = session();
        Properties properties = session.getProperties();
        PromptSockets.setFor("mail." + protocol, properties);
        // Jakarta Mail asks by the name of the protocol, and waits for ever where nothing is said.
        TIMES.forEach(time -> Optional.ofNullable(properties.get("mail.smtp." + time))
                .ifPresent(set -> properties.putIfAbsent("mail." + protocol + "." + time, set)));
        // To say good-bye must not take as long as a server that hangs lets it.
        properties.putIfAbsent("mail." + protocol + ".quitwait", "false");
        SmtpConnection connection = new SmtpConnection(session, protocol);
        connection.connect(settings.getHost(), settings.getPort(), unlessEmpty(settings.getUsername()),
                unlessEmpty(settings.getPassword()));
        return connection;
    }

    private static @Nullable String unlessEmpty(@Nullable String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }

    private void closeIdle() {
        for (Iterator<SmtpConnection> longest = idle.descendingIterator(); longest.hasNext();) {
            SmtpConnection connection = longest.next();
            if (connection.hasRestedFor(keepIdle) && idle.remove(connection)) {
                close(connection);
            }
        }
    }

    private void closeAll() {
        for (SmtpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException gone) {
            LOG.debug("A connection to the mail server was closed by the other side", gone);
        }
    }

    @Override
    public void close() {
        closing.shutdown();
        closeAll();
    }
}
