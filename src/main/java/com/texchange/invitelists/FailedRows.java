package com.texchange.invitelists;

import com.texchange.tables.RowFault;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows that were not taken, as a list that can be put right and read again, with the reason at the end of each. */
@Component
public class FailedRows {

    private final MessageSource messages;

    FailedRows(MessageSource messages) {
        this.messages = messages;
    }

    /** The rows of a checked list that are not valid. */
    public void write(List<ListedInvitee> rows, TableFormat format, Locale locale, OutputStream out) throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(text("invitelists.column.name", locale), text("invitelists.column.email", locale),
                    text("invitelists.column.taxId", locale), text("invitelists.column.city", locale),
                    text("invitelists.column.language", locale), text("invitelists.column.result", locale));
            rows.stream().filter(row -> !row.isValid()).forEach(row -> table.row(row.name(), row.email(), row.taxId(), row.city(), row.language(),
                    reason(row, locale)));
        }, () -> { }, out);
    }

    private String reason(ListedInvitee row, Locale locale) {
        RowFault fault = row.fault();
        if (fault == null) {
            return text(row.messageKey(), locale, row.detail());
        }
        return text(fault.fault().key(), locale, fault.column().isEmpty() ? "" : text(fault.column(), locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
