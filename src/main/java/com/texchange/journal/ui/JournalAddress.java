package com.texchange.journal.ui;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.common.CompanyId;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, as its address says, so that it can be sent to a colleague. What an address has that means nothing is left out.
 *
 * @param from  first day
 * @param until last day
 */
record JournalAddress(@Nullable JournalScope scope, String text, @Nullable Area area, @Nullable AuditKind kind, @Nullable UUID person,
        @Nullable UUID company, String source, String subject, @Nullable LocalDate from, @Nullable LocalDate until) {

    static final JournalAddress NONE = new JournalAddress(null, "", null, null, null, null, "", "", null, null);
    private static final int LONGEST = 200;
    private static final int LAST_YEAR = 9999;

    JournalAddress {
        from = known(from);
        until = known(until);
    }

    /** The calendars of the program and of the database end in different years; entries are far from all of them. */
    private static @Nullable LocalDate known(@Nullable LocalDate day) {
        return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
    }

    static JournalAddress of(QueryParameters query) {
        return new JournalAddress(read(query, "scope", JournalScope::valueOf), text(query, "text"), read(query, "area", Area::valueOf),
                read(query, "kind", AuditKind::valueOf), read(query, "person", UUID::fromString), read(query, "company", UUID::fromString),
                text(query, "source"), text(query, "subject"), read(query, "from", LocalDate::parse), read(query, "until", LocalDate::parse));
    }

    private static String text(QueryParameters query, String name) {
        String given = query.getSingleParameter(name).orElse("");
        return given.substring(0, Math.min(given.length(), LONGEST));
    }

    private static <T> @Nullable T read(QueryParameters query, String name, Function<String, T> reader) {
        try {
            return query.getSingleParameter(name).map(reader).orElse(null);
        } catch (IllegalArgumentException | DateTimeException meaningless) {
            return null;
        }
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "scope", scope);
        put(parameters, "text", text);
        put(parameters, "area", area);
        put(parameters, "kind", kind);
        put(parameters, "person", person);
        put(parameters, "company", company);
        put(parameters, "source", source);
        put(parameters, "subject", subject);
        put(parameters, "from", from);
        put(parameters, "until", until);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.put(name, value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
    }

    JournalFilter filter(ZoneId zone) {
        return new JournalFilter(text, area, kind, person, company == null ? null : new CompanyId(company), source, subject,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    JournalAddress within(JournalScope other) {
        return new JournalAddress(other, text, area, kind, person, company, source, subject, from, until);
    }

    /** All that one person did. */
    JournalAddress ofPerson(UUID other) {
        return new JournalAddress(scope, "", null, null, other, null, "", "", null, null);
    }

    /** All from one network address. */
    JournalAddress ofSource(String other) {
        return new JournalAddress(scope, "", null, null, null, null, other, "", null, null);
    }

    /** All about one thing. */
    JournalAddress ofSubject(String other) {
        return new JournalAddress(scope, "", null, null, null, null, "", other, null, null);
    }
}
