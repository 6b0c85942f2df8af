package com.texchange.tasks.worker;

import com.texchange.common.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens as the application's change feed does. */
final class HeardChanges implements AutoCloseable {

    private static final String CHANNEL = "t_exchange_changes";
    private final Connection connection;

    HeardChanges(DataSource database) throws SQLException {
        connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    /** All that was told since this was asked last. PostgreSQL tells it in the order of commits: what this tells itself is the end. */
    List<Change> heard() throws SQLException {
        String end = UUID.randomUUID().toString();
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, end);
            statement.execute();
        }
        List<Change> heard = new ArrayList<>();
        while (true) {
            for (PGNotification notification : arrived()) {
                String told = notification.getParameter();
                if (told.equals(end)) {
                    return heard;
                }
                int colon = told.indexOf(':');
                if (colon > 0) {
                    heard.add(new Change(Change.Topic.valueOf(told.substring(0, colon)), told.substring(colon + 1)));
                }
            }
        }
    }

    private PGNotification[] arrived() throws SQLException {
        PGNotification[] arrived = connection.unwrap(PGConnection.class).getNotifications();
        return arrived == null ? new PGNotification[0] : arrived;
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        } finally {
            connection.close();
        }
    }
}
