package com.texchange.invitelists;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.SafeCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows that were not taken, as a list that can be put right and read again, with the reason at the end of each. */
@Component
public class FailedRows {

    private final Batches batches;
    private final MessageSource messages;

    FailedRows(Batches batches, MessageSource messages) {
        this.batches = batches;
        this.messages = messages;
    }

    /**
     * Those that were refused while a batch ran.
     *
     * @throws org.springframework.security.access.AccessDeniedException if it is not one of the person's company
     */
    public void write(BatchId batch, Actor actor, Locale locale, OutputStream out) throws IOException {
        try (SafeCsv csv = start(locale, out)) {
            batches.eachRefused(batch, actor, row -> write(row, locale, csv));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Those of a checked list that are not valid. */
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

    private void write(BatchRow row, Locale locale, SafeCsv csv) {
        try {
            csv.row(row.name(), row.email().value(), row.taxId(), row.city(), row.language().getLanguage(),
                    refusal(row, locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String refusal(BatchRow row, Locale locale) {
        return row.refusal() == null ? null : text(row.refusal(), locale, row.arguments().toArray());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
