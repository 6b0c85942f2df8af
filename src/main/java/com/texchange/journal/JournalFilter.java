package com.texchange.journal;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Narrowing;
import com.texchange.audit.TypedText;
import com.texchange.common.CompanyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted. Whatever is null narrows nothing.
 *
 * @param text    words of people, things and values
 * @param person  whose acts
 * @param company whose matter
 * @param source  from which network address
 * @param subject about what, by its id
 * @param from    not before
 * @param until   before
 */
public record JournalFilter(String text, @Nullable Area area, @Nullable AuditKind kind, @Nullable UUID person, @Nullable CompanyId company,
        String source, String subject, @Nullable Instant from, @Nullable Instant until) {

    public static final JournalFilter NONE = new JournalFilter("", null, null, null, null, "", "", null, null);

    public JournalFilter {
        source = readable(source);
        subject = readable(subject);
    }

    /** An address of the page can be damaged; the database takes neither NUL nor half a character. */
    private static String readable(String given) {
        return given.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    }

    /** Whether no moment can be in it. */
    public boolean isReversed() {
        return from != null && until != null && !from.isBefore(until);
    }

    /**
     * What it narrows the journal by, as the audit log keeps it.
     *
     * @param ofCompany name of the company; null where it is none
     * @param acts      an entry of the person's, as the reader sees it; null where there is none
     * @param about     one about the thing, likewise
     */
    String told(JournalScope scope, @Nullable String ofCompany, @Nullable JournalEntry acts, @Nullable JournalEntry about) {
        return new Narrowing().by("SCOPE_" + scope.name()).typed(text).by(area == null ? null : "AREA_" + area.name())
                .by(kind == null ? null : "KIND_" + kind.name()).by("BY_PERSON", acts == null || acts.actor().isEmpty() ? person : acts.actor())
                .by("BY_COMPANY", ofCompany).by("BY_SOURCE", source).by(thing(about)).by(from == null ? null : "FROM_DAY " + from)
                .by(until == null ? null : "UNTIL_DAY " + until.minusSeconds(1)).told();
    }

    /** What kind of thing, and what people know it by; its id where they know it by nothing. Null for everything. */
    private @Nullable String thing(@Nullable JournalEntry about) {
        if (subject.isEmpty()) {
            return null;
        }
        String type = about == null ? null : about.subjectType();
        String known = about == null ? null : about.subject();
        String label = known == null || known.isEmpty() ? subject : known;
        return "BY_SUBJECT — " + (type == null || type.equals(AuditSubject.Type.LIST.name()) ? TypedText.of(subject)
                : "SUBJECT_" + type + " " + TypedText.of(label));
    }

    /** The kinds, by their names; none for all. */
    List<String> kinds() {
        return kind != null ? List.of(kind.name())
                : Arrays.stream(AuditKind.values()).filter(each -> each.area() == area).map(Enum::name).toList();
    }
}
