package com.texchange.licenselists;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.connections.LicenseFilter;
import com.texchange.tables.TableFormat;
import com.texchange.tables.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Lists of licenses over several distributors as files for spreadsheet programs. */
@Component
public class LicenseExport {

    private final SupplierLicenses ofSupplier;
    private final AllLicenses all;
    private final MessageSource messages;
    private final AuditTrail audit;

    LicenseExport(SupplierLicenses ofSupplier, AllLicenses all, MessageSource messages, AuditTrail audit) {
        this.ofSupplier = ofSupplier;
        this.all = all;
        this.messages = messages;
        this.audit = audit;
    }

    /** All that a supplier sees and the filter lets pass. */
    public void ofSupplier(LicenseFilter filter, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        Words words = key -> messages.getMessage(key, null, locale);
        audit.record(Audited.export("licenses", actor).values(null, filter.text()));
        write(format, locale, out, words.of("licenses.column.number", "licenses.column.activationCode",
                "connections.orders.column.distributor", "connections.supplier.code", "licenses.column.user",
                "licenses.column.configVersion", "licenses.column.mdmId", "connections.supplier.owner", "licenses.column.status",
                "connections.devices.show.BLOCKED"), rows -> ofSupplier.each(filter, Sort.unsorted(), actor, row -> rows.accept(new @Nullable Object[] {
                    row.number(), row.activationCode(), row.distributor(), row.code(), row.userName(), row.configVersion(),
                    Objects.toString(row.mdmId(), null), words.text(row.own() ? "connections.supplier.own"
                            : row.allowed() ? "connections.supplier.granted" : "connections.supplier.readOnly"),
                    words.text("connections.status." + row.status()), blocked(row.blocked(), words)})));
    }

    /** All licenses that the filter lets pass, for the sales department. */
    public void all(LicenseFilter filter, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        Words words = key -> messages.getMessage(key, null, locale);
        audit.record(Audited.export("licenses", actor).values(null, filter.text()));
        write(format, locale, out, words.of("licenses.column.number", "licenses.column.activationCode",
                "connections.orders.column.distributor", "connections.passport.owner", "licenses.column.user",
                "licenses.column.configVersion", "licenses.column.mdmId", "connections.devices.show.BLOCKED",
                "connections.all.suppliers"), rows -> all.each(filter, Sort.unsorted(), actor, row -> rows.accept(new @Nullable Object[] {
                    row.number(), row.activationCode(), row.distributor(), row.owner(), row.userName(), row.configVersion(),
                    Objects.toString(row.mdmId(), null), blocked(row.blocked(), words), String.valueOf(row.suppliers())})));
    }

    private static @Nullable String blocked(boolean blocked, Words words) {
        return blocked ? words.text("connections.passport.isBlocked") : null;
    }

    private interface Words {

        String text(String key);

        default Object[] of(String... keys) {
            return Arrays.stream(keys).map(this::text).toArray();
        }
    }

    /**
     * The rows are put into a file first: how slowly somebody downloads must not keep the database waiting.
     *
     * @param read gives them
     */
    private static void write(TableFormat format, Locale locale, OutputStream out, Object[] heads, Consumer<Consumer<@Nullable Object[]>> read)
            throws IOException {
        Path file = Files.createTempFile("licenses", "." + format.ending());
        try {
            try (TableWriter table = format.open(Files.newOutputStream(file), locale)) {
                table.row(heads);
                read.accept(row -> put(table, row));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    private static void put(TableWriter table, @Nullable Object[] row) {
        try {
            table.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
