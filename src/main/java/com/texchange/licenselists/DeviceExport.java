package com.texchange.licenselists;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ServiceStatus;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The lists of mobile devices as files for spreadsheet programs: all that the filter lets pass, in the order of the list. */
@Component
public class DeviceExport {

    private final Devices ofDistributor;
    private final SupplierDevices ofSupplier;
    private final MessageSource messages;
    private final AuditTrail audit;

    DeviceExport(Devices ofDistributor, SupplierDevices ofSupplier, MessageSource messages, AuditTrail audit) {
        this.ofDistributor = ofDistributor;
        this.ofSupplier = ofSupplier;
        this.messages = messages;
        this.audit = audit;
    }

    /** A distributor's own. */
    public void ofDistributor(LicenseFilter filter, Sort sort, Actor actor, Locale locale, TableFormat format, OutputStream out)
            throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(heading(locale, "licenses.column.suppliers"));
            ofDistributor.each(filter, sort, actor, row -> table.row(cells(row, locale, String.join(", ", row.suppliers()))));
        }, () -> recorded(filter, actor), out);
    }

    /** Those of all distributors whose licenses a supplier sees. */
    public void ofSupplier(LicenseFilter filter, Sort sort, Actor actor, Locale locale, TableFormat format, OutputStream out)
            throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(heading(locale, "connections.orders.column.distributor", "connections.supplier.code", "licenses.column.status"));
            ofSupplier.each(filter, sort, actor, row -> table.row(cells(row, locale, row.distributor(), row.code(), text("connections.status."
                    + (row.isConnected() ? ServiceStatus.IN_SERVICE : ServiceStatus.OUT_OF_SERVICE), locale))));
        }, () -> recorded(filter, actor), out);
    }

    private Object[] heading(Locale locale, String... lastColumns) {
        return Stream.concat(Stream.of("licenses.column.user", "licenses.column.number", "licenses.column.activationCode",
                "licenses.column.mdmId", "licenses.column.configVersion", "connections.list.blocking"), Stream.of(lastColumns))
                .map(column -> text(column, locale)).toArray();
    }

    private @Nullable Object[] cells(DeviceRow row, Locale locale, @Nullable String... lastCells) {
        return Stream.concat(Stream.of(row.userName(), row.number(), row.activationCode(), Objects.toString(row.mdmId(), null),
                row.configVersion(), row.blocked() ? text("connections.passport.isBlocked", locale) : null), Stream.of(lastCells)).toArray();
    }

    private void recorded(LicenseFilter filter, Actor actor) {
        audit.record(Audited.export("devices", actor).values(null, filter.told()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
