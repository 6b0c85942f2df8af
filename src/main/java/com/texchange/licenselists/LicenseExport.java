package com.texchange.licenselists;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.connections.LicenseFilter;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
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

    /** All that a supplier sees and the filter lets pass, in the order of the list. */
    public void ofSupplier(LicenseFilter filter, Sort sort, Actor actor, Locale locale, TableFormat format, OutputStream out)
            throws IOException {
        Words words = key -> messages.getMessage(key, null, locale);
        TableDownload.write(format, locale, table -> {
            table.row(words.of("licenses.column.number", "licenses.column.activationCode",
                "connections.orders.column.distributor", "connections.supplier.code", "licenses.column.user",
                "licenses.column.configVersion", "licenses.column.mdmId", "connections.supplier.owner", "licenses.column.status",
                "connections.list.blocking"));
            ofSupplier.each(filter, sort, actor, row -> table.row(
                    row.number(), row.activationCode(), row.distributor(), row.code(), row.userName(), row.configVersion(),
                    Objects.toString(row.mdmId(), null), words.text(row.own() ? "connections.supplier.own"
                            : row.allowed() ? "connections.supplier.granted" : "connections.supplier.readOnly"),
                    words.text("connections.status." + row.status()), blocked(row.blocked(), words)));
        }, () -> recorded(filter, actor), out);
    }

    /** All licenses that the filter lets pass, in the order of the list, for the sales department. */
    public void all(LicenseFilter filter, Sort sort, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        Words words = key -> messages.getMessage(key, null, locale);
        TableDownload.write(format, locale, table -> {
            table.row(words.of("licenses.column.number", "licenses.column.activationCode",
                "connections.orders.column.distributor", "connections.passport.owner", "licenses.column.user",
                "licenses.column.configVersion", "licenses.column.mdmId", "connections.list.blocking",
                "connections.all.suppliers"));
            all.each(filter, sort, actor, row -> table.row(
                    row.number(), row.activationCode(), row.distributor(), row.owner(), row.userName(), row.configVersion(),
                    Objects.toString(row.mdmId(), null), blocked(row.blocked(), words), String.valueOf(row.suppliers())));
        }, () -> recorded(filter, actor), out);
    }

    private void recorded(LicenseFilter filter, Actor actor) {
        audit.record(Audited.export("licenses", actor).values(null, filter.told()));
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
}
