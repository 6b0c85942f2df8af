package com.texchange.licenses;

import com.texchange.common.LoadId;
import com.texchange.common.MdmId;
import com.texchange.licenses.SheetRow.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;

/** Hands rows on to PostgreSQL's COPY as they come, in its text format. */
final class CopiedRows implements Consumer<SheetRow>, AutoCloseable {

    private static final String COPY = """
            copy license_staged (load_id, line, number, activation_code, user_name, config_version, mdm_id, mdm_text, owner_tax_id,
                verdict, fault, fault_column) from stdin""";
    private static final int PORTION = 256 * 1024;

    private final CopyIn copy;
    private final String load;
    private final StringBuilder text = new StringBuilder(PORTION + 1024);
    private int rows;
    private int lastLine;

    CopiedRows(LoadId load, Connection connection) throws SQLException {
        this.load = load.toString();
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    @Override
    public void accept(SheetRow row) {
        rows++;
        lastLine = row.line();
        boolean isMdmId = row.verdict() != Verdict.UNREADABLE && MdmId.read(row.mdmId()).isPresent();
        text.append(load).append('\t').append(row.line());
        field(row.number());
        field(row.activationCode());
        field(textOrNull(row.userName()));
        field(textOrNull(row.configVersion()));
        field(isMdmId ? row.mdmId() : null);
        field(isMdmId ? null : textOrNull(row.mdmId()));
        field(textOrNull(row.ownerTaxId()));
        field(row.verdict().name());
        field(row.fault() == null ? null : row.fault().fault().name());
        field(row.fault() == null ? null : row.fault().column());
        text.append('\n');
        if (text.length() >= PORTION) {
            write();
        }
    }

    private static @Nullable String textOrNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private void field(@Nullable String cell) {
        text.append('\t');
        if (cell == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                // PostgreSQL has no such character.
                case '\0' -> text.append('\uFFFD');
                default -> text.append(c);
            }
        }
    }

    private void write() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("rows cannot be staged", e);
        }
        text.setLength(0);
    }

    /** All rows have come. */
    void end() throws SQLException {
        write();
        copy.endCopy();
    }

    int rows() {
        return rows;
    }

    int lastLine() {
        return lastLine;
    }

    /** Gives up what has not been ended. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
