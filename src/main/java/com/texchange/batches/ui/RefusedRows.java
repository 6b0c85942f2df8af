package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rows of a batch that were refused, as a file with all that can be put right, and the reason at the end of each. */
@Component
public class RefusedRows {

    private final Batches batches;
    private final BatchLayouts layouts;
    private final MessageSource messages;

    RefusedRows(Batches batches, BatchLayouts layouts, MessageSource messages) {
        this.batches = batches;
        this.layouts = layouts;
        this.messages = messages;
    }

    /** @throws org.springframework.security.access.AccessDeniedException if the person may not see the batch */
    public void write(Batch batch, Actor actor, TableFormat format, Locale locale, OutputStream out)
            throws IOException {
        BatchLayout layout = layouts.of(batch.kind());
        TableDownload.write(format, locale, table -> {
            table.row(line(text(layout.label(), locale), layout.columns().stream()
                    .map(column -> text(column.heading(), locale)).toList(), text("batches.column.result", locale)));
            batches.eachRefused(batch.id(), actor, row -> table.row(line(row.label(),
                    layout.columns().stream().map(column -> column.of(row)).toList(), row.refusal() == null ? ""
                            : text(row.refusal().key(), locale, row.refusal().arguments().toArray()))));
        }, () -> { }, out);
    }

    private static Object[] line(String label, List<String> details, String result) {
        return Stream.of(List.of(label), details, List.of(result)).flatMap(List::stream).toArray();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
