package com.texchange.connections;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.common.OrderId;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /** All rows that pass the filter. */
    public void write(OrderId order, OrderRowFilter filter, Actor actor, Moments moments, TableFormat format, OutputStream out)
            throws IOException {
        Locale locale = moments.locale();
        TableDownload.write(format, locale, table -> {
            table.row(text("licenses.column.number", locale), text("connections.order.result", locale),
                    text("connections.order.cause", locale));
            results.each(order, filter, actor, row -> table.row(row.number(), text("connections.item." + row.state(), locale),
                    cause(row, moments)));
        }, () -> audit.record(Audited.export(AuditSubject.order(order), actor).values(null, filter.told())), out);
    }

    private @Nullable String cause(OrderRow row, Moments moments) {
        if (row.changedAt() != null) {
            String who = new WhoActed(row.changedBy(), row.changedFor()).in((key, arguments) -> text(key, moments.locale(), arguments));
            return text("connections.order.changedSince", moments.locale(), who, moments.dateTime(row.changedAt()));
        }
        return row.verdict() == null ? null : text(row.verdict().key(), moments.locale());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
