package com.texchange.connections;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** A distributor's licenses under each of its suppliers as a file for spreadsheet programs. */
@Component
public class ServiceExport {

    private final ServiceOverview overview;
    private final MessageSource messages;
    private final AuditTrail audit;

    ServiceExport(ServiceOverview overview, MessageSource messages, AuditTrail audit) {
        this.overview = overview;
        this.messages = messages;
        this.audit = audit;
    }

    /** All rows that the filter lets pass, in the order of the list: supplier by supplier. */
    public void write(LicenseFilter filter, Sort sort, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(Stream.of("connections.orders.column.supplier", "licenses.column.number", "licenses.column.activationCode",
                    "licenses.column.user", "licenses.column.configVersion", "licenses.column.mdmId", "licenses.column.status",
                    "connections.list.blocking")
                    .map(column -> text(column, locale)).toArray());
            overview.groups(actor).forEach(group -> overview.each(group.supplierId(), filter.under(group.supplierId()), sort, actor,
                    row -> table.row(group.supplierName(), row.number(), row.activationCode(), row.userName(), row.configVersion(),
                            Objects.toString(row.mdmId(), null), text("connections.status." + row.status(), locale),
                            row.blocked() ? text("connections.passport.isBlocked", locale) : null)));
        }, () -> audit.record(Audited.export("services", actor).values(null, filter.told())), out);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
