package com.texchange.licenses;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.LoadId;
import com.texchange.tables.RowFault;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows that will not be loaded, as a table that can be put right and read again, with the reason at the end of each. */
@Component
public class RejectedLicenses {

    private final LicenseLoading loading;
    private final MessageSource messages;
    private final AuditTrail audit;

    RejectedLicenses(LicenseLoading loading, MessageSource messages, AuditTrail audit) {
        this.loading = loading;
        this.messages = messages;
        this.audit = audit;
    }

    /** Writes those of a load. */
    public void write(LoadId load, Actor actor, TableFormat format, Locale locale, OutputStream out) throws IOException {
        TableDownload.write(format, locale, table -> {
            List<String> heading = new ArrayList<>();
            Arrays.stream(LicenseColumn.values()).forEach(column -> heading.add(text(column.key(), locale)));
            heading.add(text("licenses.column.verdict", locale));
            table.row(heading.toArray());
            loading.eachRejected(load, actor, row -> table.row(row.number(), row.activationCode(), row.userName(), row.configVersion(), row.mdmId(),
                    row.ownerTaxId(), reason(row, locale)));
        }, () -> audit.record(Audited.export(AuditSubject.of(AuditSubject.Type.LOAD, load.value(), ""), actor)
                .values(null, "ROWS_REJECTED")), out);
    }

    private String reason(SheetRow row, Locale locale) {
        RowFault fault = row.fault();
        return fault == null || fault.column().isEmpty() ? text(row.verdictKey(), locale, String.valueOf(row.firstLine()))
                : text(row.verdictKey(), locale, text(fault.column(), locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
