package com.texchange.connections;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What orders would do with each license, as a file for spreadsheet programs, before anything is placed. */
@Component
public class DryRunExport {

    private final DryRuns dryRuns;
    private final MessageSource messages;
    private final AuditTrail audit;

    DryRunExport(DryRuns dryRuns, MessageSource messages, AuditTrail audit) {
        this.dryRuns = dryRuns;
        this.messages = messages;
        this.audit = audit;
    }

    /** New orders, one after the other. */
    public void write(List<OrderRequest> requests, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        write(rows -> requests.forEach(request -> dryRuns.each(request, actor, rows)), actor, locale, format, out);
    }

    /** To take back what an order has done. */
    public void writeUndo(OrderId order, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        write(rows -> dryRuns.eachOfUndo(order, actor, rows), actor, locale, format, out);
    }

    /** To try again what an order has left as it was. */
    public void writeAgain(OrderId order, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        write(rows -> dryRuns.eachOfAgain(order, actor, rows), actor, locale, format, out);
    }

    private void write(Consumer<Consumer<DryRunRow>> rows, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(Stream.of("licenses.column.number", "licenses.column.user", "connections.orders.column.distributor",
                    "connections.order.result").map(column -> text(column, locale)).toArray());
            rows.accept(row -> table.row(row.number(), row.agent(), row.distributor(), text(row.verdict() == Verdict.CHANGES
                    ? "connections.order.will." + row.kind() : row.verdict().key(), locale)));
        }, () -> audit.record(Audited.export("dry-run", actor)), out);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
