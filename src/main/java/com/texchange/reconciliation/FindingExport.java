package com.texchange.reconciliation;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a comparison has found, as a file for spreadsheet programs; put right, it can be compared again. */
@Component
public class FindingExport {

    private final Findings findings;
    private final MessageSource messages;
    private final AuditTrail audit;

    FindingExport(Findings findings, MessageSource messages, AuditTrail audit) {
        this.findings = findings;
        this.messages = messages;
        this.audit = audit;
    }

    /** All rows that pass the filter. */
    public void write(ReconciliationId id, FindingFilter filter, Actor actor, Locale locale, TableFormat format, OutputStream out)
            throws IOException {
        TableDownload.write(format, locale, table -> {
            table.row(Stream.of("line", "number", "activationCode", "code", "exchangeCode", "distributor", "finding", "toDo")
                    .map(column -> text("reconciliation.column." + column, locale)).toArray());
            findings.each(id, filter, actor, row -> table.row(row.listed() ? String.valueOf(row.place()) : null, row.number(),
                    row.activationCode(), row.listedCode(), row.code(), row.distributor(), finding(row, locale), toDo(row, locale)));
        }, () -> audit.record(Audited.export(AuditSubject.of(AuditSubject.Type.RECONCILIATION, id.value(), ""), actor)
                .values(null, filter.told())), out);
    }

    private String finding(FindingRow row, Locale locale) {
        return row.fault() == null ? text(row.finding().key(), locale)
                : messages.getMessage(row.fault(), new Object[] {columnName(row.faultColumn(), locale)}, locale);
    }

    private @Nullable String toDo(FindingRow row, Locale locale) {
        return row.finding().isToBePutRightElsewhere()
                ? messages.getMessage(row.finding().toDoKey(), new Object[] {Objects.toString(row.code(), "–")}, locale) : null;
    }

    private String columnName(@Nullable String column, Locale locale) {
        return column == null ? "" : text(column, locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
