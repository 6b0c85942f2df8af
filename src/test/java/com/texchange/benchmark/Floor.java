package com.texchange.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.beans.factory.annotation.Value;

/** PostgreSQL as somebody reads it who knows exactly what is wanted: over one connection, each statement prepared once. */
@TestComponent
class Floor implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Floor(@Value("${spring.datasource.url}") String url, @Value("${spring.datasource.username}") String user) throws SQLException {
        connection = DriverManager.getConnection(url, user, "");
        connection.unwrap(PGConnection.class).setPrepareThreshold(1);
    }

    /** All rows with all columns, as texts and numbers in one line each. */
    List<String> rows(String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet result = bound(sql, parameters).executeQuery()) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                @Nullable Object[] row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = value(result.getObject(column + 1));
                }
                rows.add(Arrays.toString(row));
            }
            return rows;
        }
    }

    private static @Nullable Object value(@Nullable Object column) throws SQLException {
        return column instanceof Array array ? Arrays.toString((Object[]) array.getArray()) : column;
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** What is done once: it is not prepared. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void copy(String sql, byte[] rows) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows));
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
