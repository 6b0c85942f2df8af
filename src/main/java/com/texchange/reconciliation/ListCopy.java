package com.texchange.reconciliation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Puts a list into the database by COPY: a million rows in seconds, within the caller's transaction. */
@Component
class ListCopy {

    private static final String COPY =
            "copy reconciliation_line (reconciliation_id, line, number, activation_code, code, fault, fault_column) from stdin";
    private static final int PORTION = 64 * 1024;
    private final JdbcOperations jdbc;

    ListCopy(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(ReconciliationId id, List<ListedLicense> rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                write(id, rows, copy);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static void write(ReconciliationId id, List<ListedLicense> rows, CopyIn copy) throws SQLException {
        StringBuilder text = new StringBuilder(PORTION + PORTION / 2);
        for (ListedLicense row : rows) {
            text.append(id).append('\t').append(row.line());
            append(text, row.number());
            append(text, row.activationCode());
            append(text, row.code());
            append(text, row.fault());
            append(text, row.faultColumn());
            text.append('\n');
            if (text.length() >= PORTION) {
                send(text, copy);
            }
        }
        send(text, copy);
    }

    private static void send(StringBuilder text, CopyIn copy) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** What would end a value is not in it: control characters were taken out when the list was read. */
    private static void append(StringBuilder text, @Nullable String value) {
        text.append('\t').append(value == null ? "\\N" : value.replace("\\", "\\\\"));
    }
}
