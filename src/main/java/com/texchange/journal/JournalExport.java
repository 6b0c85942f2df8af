package com.texchange.journal;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.journal.Journal.Place;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The journal as a file for spreadsheet programs, however long it is. */
@Component
public class JournalExport {

    private final Journal journal;
    private final MessageSource messages;
    private final AuditTrail audit;

    JournalExport(Journal journal, MessageSource messages, AuditTrail audit) {
        this.journal = journal;
        this.messages = messages;
        this.audit = audit;
    }

    /** All that match, the latest first, by the reader's clock. */
    public void write(JournalScope scope, JournalFilter filter, Actor actor, Moments moments, TableFormat format, OutputStream out)
            throws IOException {
        CompanyInfo company = scope == JournalScope.ALL && filter.company() != null ? journal.company(filter.company(), actor) : null;
        JournalEntry acts = filter.person() == null ? null : latest(scope, filter.person(), "", actor);
        JournalEntry about = filter.subject().isEmpty() ? null : latest(scope, null, filter.subject(), actor);
        String told = filter.told(scope, company == null ? null : company.name(), acts, about);
        TableDownload.write(format, moments.locale(), table -> write(scope, filter, actor, moments, table),
                () -> audit.record(Audited.export("journal", actor).values(null, told)), out);
    }

    /** One that names the person or the thing, as the reader may know it. */
    private @Nullable JournalEntry latest(JournalScope scope, @Nullable UUID person, String subject, Actor actor) {
        JournalFilter only = new JournalFilter("", null, null, person, null, "", subject, null, null);
        return journal.page(scope, only, Place.first(0), 1, actor).stream().findFirst().orElse(null);
    }

    private void write(JournalScope scope, JournalFilter filter, Actor actor, Moments moments, TableDownload.Rows table) {
        JournalWords words = new JournalWords(messages, moments);
        table.row(Stream.of("at", "kind", "who", "company", "source", "about", "before", "after", "times")
                .map(column -> words.text("journal.column." + column)
                        + (column.equals("at") ? " (" + moments.zoneName() + ")" : "")).toArray());
        journal.each(scope, filter, actor, entry -> write(entry, words, moments, table));
    }

    private static void write(JournalEntry entry, JournalWords words, Moments moments, TableDownload.Rows table) {
        table.row(LocalDateTime.ofInstant(entry.at(), moments.zone()), words.kind(entry), words.who(entry), entry.company(),
                entry.source(), words.about(entry), words.before(entry), words.after(entry), String.valueOf(entry.times()));
    }
}
