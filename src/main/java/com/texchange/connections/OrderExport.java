package com.texchange.connections;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.tables.TableFormat;
import com.texchange.tables.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The result of an order as a file for spreadsheet programs. */
@Component
public class OrderExport {

    private final OrderResults results;
    private final MessageSource messages;
    private final AuditTrail audit;

    OrderExport(OrderResults results, MessageSource messages, AuditTrail audit) {
        this.results = results;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * All rows that pass the filter. They are put into a file first: how slowly somebody downloads must not keep the database
     * waiting.
     */
    public void write(OrderId order, OrderRowFilter filter, Actor actor, Locale locale, TableFormat format, OutputStream out)
            throws IOException {
        Path file = Files.createTempFile("license-operation", "." + format.ending());
        try {
            try (TableWriter table = format.open(Files.newOutputStream(file), locale)) {
                table.row(text("licenses.column.number", locale), text("connections.order.result", locale),
                        text("connections.order.cause", locale));
                results.each(order, filter, actor, row -> write(row, locale, table));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            audit.record(Audited.export("operation", actor));
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    private void write(OrderRow row, Locale locale, TableWriter table) {
        try {
            table.row(row.number(), text("connections.item." + row.state(), locale),
                    row.verdict() == null ? null : text(row.verdict().key(), locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
