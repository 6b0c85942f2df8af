package com.texchange.connections;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.audit.Narrowing;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Selection;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        write(rows -> requests.forEach(request -> dryRuns.each(request, actor, rows)), locale, format,
                Audited.export("dry-run", actor).values(null, told(requests)), out);
    }

    /** To take back what an order has done. */
    public void writeUndo(OrderId order, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        write(rows -> dryRuns.eachOfUndo(order, actor, rows), locale, format,
                Audited.export(AuditSubject.order(order), actor).values(null, "BEFORE_UNDO"), out);
    }

    /** To try again what an order has left as it was. */
    public void writeAgain(OrderId order, Actor actor, Locale locale, TableFormat format, OutputStream out) throws IOException {
        write(rows -> dryRuns.eachOfAgain(order, actor, rows), locale, format,
                Audited.export(AuditSubject.order(order), actor).values(null, "BEFORE_RETRY"), out);
    }

    /** What is asked for, of which licenses: those of a list but some, or so many that were chosen. */
    static String told(List<OrderRequest> requests) {
        Narrowing told = new Narrowing();
        requests.stream().map(request -> request.kind().name()).distinct().forEach(kind -> told.by(kind));
        Set<String> filters = new LinkedHashSet<>();
        int chosen = 0;
        int except = 0;
        for (OrderRequest request : requests) {
            switch (request.licenses()) {
                case Selection.Chosen<LicenseId, LicenseFilter> some -> chosen += some.ids().size();
                case Selection.Matching<LicenseId, LicenseFilter> all -> {
                    filters.add(all.filter().told());
                    except += all.except().size();
                }
            }
        }
        filters.forEach(filter -> told.by(filter));
        return told.by("EXCEPT", except == 0 ? null : except).by("CHOSEN", chosen == 0 ? null : chosen).told();
    }

    private void write(Consumer<Consumer<DryRunRow>> rows, Locale locale, TableFormat format, Audited done, OutputStream out) throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(Stream.of("licenses.column.number", "licenses.column.user", "connections.orders.column.distributor",
                    "connections.order.result").map(column -> text(column, locale)).toArray());
            rows.accept(row -> table.row(row.number(), row.agent(), row.distributor(), text(row.verdict() == Verdict.CHANGES
                    ? "connections.order.will." + row.kind() : row.verdict().key(), locale)));
        }, () -> audit.record(done), out);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
