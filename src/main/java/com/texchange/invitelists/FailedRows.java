package com.texchange.invitelists;

import com.texchange.common.SafeCsv;
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
    public void write(List<ListedInvitee> rows, Locale locale, OutputStream out) throws IOException {
        try (SafeCsv csv = start(locale, out)) {
            for (ListedInvitee row : rows) {
                if (!row.isValid()) {
                    csv.row(row.name(), row.email(), row.taxId(), row.city(), row.language(),
                            text(row.messageKey(), locale, row.detail()));
                }
            }
        }
    }

    private SafeCsv start(Locale locale, OutputStream out) throws IOException {
        SafeCsv csv = new SafeCsv(out, locale);
        csv.row(text("invitelists.column.name", locale), text("invitelists.column.email", locale),
                text("invitelists.column.taxId", locale), text("invitelists.column.city", locale),
                text("invitelists.column.language", locale), text("invitelists.column.result", locale));
        return csv;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
