package com.texchange.reconciliation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
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

    /**
     * @param list hands on its rows; what it throws leaves nothing behind
     * @return how many there are
     */
    int write(ReconciliationId id, Consumer<Consumer<ListedLicense>> list) {
        Long rows = jdbc.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                Portions portions = new Portions(id, copy);
                list.accept(portions);
                portions.send();
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        return Math.toIntExact(Objects.requireNonNull(rows));
    }

    /** Sends rows some thousand at once. */
    private static final class Portions implements Consumer<ListedLicense> {

        private final ReconciliationId id;
        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(PORTION + PORTION / 2);

        Portions(ReconciliationId id, CopyIn copy) {
            this.id = id;
            this.copy = copy;
        }

        @Override
        public void accept(ListedLicense row) {
            text.append(id).append('\t').append(row.line());
            append(row.number());
            append(row.activationCode());
            append(row.code());
            append(row.fault());
            append(row.faultColumn());
            text.append('\n');
            if (text.length() >= PORTION) {
                send();
            }
        }

        /** What would end a value is not in it: control characters were taken out when the list was read. */
        private void append(@Nullable String value) {
            text.append('\t').append(value == null ? "\\N" : value.replace("\\", "\\\\"));
        }

        void send() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new UncategorizedSQLException("copy of a list", COPY, e);
            }
            text.setLength(0);
        }
    }
}
