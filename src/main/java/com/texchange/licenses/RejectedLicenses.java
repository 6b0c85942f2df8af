package com.texchange.licenses;

import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.RowFault;
import com.texchange.tables.TableFormat;
import com.texchange.tables.TableWriter;
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

    private final MessageSource messages;

    RejectedLicenses(MessageSource messages) {
        this.messages = messages;
    }

    /** Writes those of checked rows that are not valid. */
    public void write(List<SheetRow> rows, TableFormat format, Locale locale, OutputStream out) throws IOException {
        try (TableWriter table = format.open(out, locale)) {
            List<String> heading = new ArrayList<>();
            Arrays.stream(LicenseColumn.values()).forEach(column -> heading.add(text(column.key(), locale)));
            heading.add(text("licenses.column.verdict", locale));
            table.row(heading.toArray());
            for (SheetRow row : rows) {
                if (!row.is(Verdict.VALID)) {
                    table.row(row.number(), row.activationCode(), row.userName(), row.configVersion(), row.mdmId(),
                            row.ownerTaxId(), reason(row, locale));
                }
            }
        }
    }

    private String reason(SheetRow row, Locale locale) {
        RowFault fault = row.fault();
        return fault == null || fault.column().isEmpty() ? text(row.verdictKey(), locale)
                : text(row.verdictKey(), locale, text(fault.column(), locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
