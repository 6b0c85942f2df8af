package com.texchange.common;

import com.texchange.common.Change.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the open pages of all instances of the application what changed, by PostgreSQL's NOTIFY: heard when the
 * publishing transaction commits, and not at all when it rolls back.
 *
 * <p>One connection outside the pool listens. When it is lost the feed connects again and then tells every listener to
 * refresh everything ({@link Change#ALL}).
 */
@Component
public class ChangeFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final String CHANNEL = "t_exchange_changes";
    private static final LastStatement.Part<Change> TELLING = new LastStatement.Part<>("told",
            "select payload from unnest(:told) payload cross join lateral pg_notify('" + CHANNEL + "', payload)",
            ChangeFeed::payloads, (changes, told) -> { });
    private static final Duration CHECK_CONNECTION_EVERY = Duration.ofSeconds(15);
    /** For a question to the server; waiting for changes has a time of its own. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Backoff RECONNECT = new Backoff(Duration.ofMillis(500), 2, Duration.ofSeconds(30));

    private final LastStatement last;
    private final JdbcConnectionDetails database;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    public ChangeFeed(LastStatement last, JdbcConnectionDetails database) {
        this.last = last;
        this.database = database;
    }

    /** Publishes within the caller's transaction: all of it once, before it commits. */
    public void publish(Change change) {
        last.add(TELLING, change);
    }

    /** SQL for a number: a statement that reads it tells of each of {@code ids}, an array, as {@link #publish} does. */
    public static String telling(Topic topic, String ids) {
        return "(select count(*) from unnest(%s) told cross join lateral pg_notify('%s', '%s:' || told))".formatted(ids, CHANNEL, topic);
    }

    private static String[] payloads(List<Change> changes) {
        return changes.stream().distinct().map(change -> change.topic() + ":" + change.id()).toArray(String[]::new);
    }

    /** @return ends the subscription when run; the listener runs on a thread of the feed and must be quick */
    public Runnable subscribe(Consumer<Change> listener) {
        // Wrapped, so that ending one of two subscriptions of the same listener keeps the other.
        Consumer<Change> subscription = listener::accept;
        listeners.add(subscription);
        return () -> listeners.remove(subscription);
    }

    /** Grows with every change: whoever compares two moments learns whether there was one between them. */
    public long heard() {
        return heard.get();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            // Known before it runs, since it goes on only while it is the current one.
            Thread starting = Thread.ofPlatform().daemon().name("change-feed").unstarted(this::listenUntilStopped);
            thread = starting;
            starting.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            closeConnection();
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server starts, and stopped after it: pages live within. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void listenUntilStopped() {
        int failures = 0;
        while (thread == Thread.currentThread()) {
            try (Connection listening = connect()) {
                if (failures > 0) {
                    LOG.info("Listens for changes again");
                }
                failures = 0;
                refreshEverything();
                listen(listening);
            } catch (SQLException lost) {
                failures++;
                if (thread == Thread.currentThread()) {
                    pause(failures, lost);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        setIfKnown(settings, "user", database.getUsername());
        setIfKnown(settings, "password", database.getPassword());
        settings.setProperty("ApplicationName", "t-exchange change feed");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("socketTimeout", String.valueOf(ANSWER_WITHIN.toSeconds()));
        Connection opened = DriverManager.getConnection(database.getJdbcUrl(), settings);
        connection = opened;
        try (Statement listen = opened.createStatement()) {
            listen.execute("listen " + CHANNEL);
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void listen(Connection listening) throws SQLException {
        PGConnection postgres = listening.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            PGNotification[] heard = postgres.getNotifications((int) CHECK_CONNECTION_EVERY.toMillis());
            if (heard == null || heard.length == 0) {
                // A connection that died without a word looks like silence.
                if (!listening.isValid((int) CHECK_CONNECTION_EVERY.toSeconds())) {
                    throw new SQLException("the listening connection does not answer");
                }
                continue;
            }
            for (PGNotification notification : heard) {
                tell(notification.getParameter());
            }
        }
    }

    private void tell(String payload) {
        int colon = payload.indexOf(':');
        try {
            tell(new Change(Topic.valueOf(payload.substring(0, colon)), payload.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            // Another version of the application may know more topics during a rolling update.
            LOG.debug("Change not understood: {}", payload);
        }
    }

    private void tell(Change change) {
        heard.incrementAndGet();
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", change, e);
            }
        }
    }

    private void refreshEverything() {
        for (Topic topic : Topic.values()) {
            tell(new Change(topic, Change.ALL));
        }
    }

    private static void pause(int failures, SQLException lost) {
        if (failures == 1) {
            LOG.warn("Lost the connection that listens for changes, connects again: {}", lost.getMessage());
        }
        try {
            Thread.sleep(RECONNECT.after(failures));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeConnection() {
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Closing the listening connection failed", e);
            }
        }
    }

    private static void setIfKnown(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }
}
