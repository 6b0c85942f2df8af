package com.texchange.overview;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.common.Role;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The list of onboardings as a file for spreadsheet programs. */
@Component
public class OnboardingExport {

    private static final List<String> COLUMNS = List.of("overview.column.distributor", "onboarding.email",
            "onboarding.code", "onboarding.taxId", "onboarding.city", "onboarding.stage", "overview.column.since",
            "onboarding.letter", "overview.invitedAt", "overview.invitedBy", "onboarding.expiresAt",
            "onboarding.reason");
    private static final Set<String> MOMENTS = Set.of("overview.column.since", "overview.invitedAt", "onboarding.expiresAt");

    private final OnboardingQueries queries;
    private final MessageSource messages;
    private final AuditTrail audit;

    OnboardingExport(OnboardingQueries queries, MessageSource messages, AuditTrail audit) {
        this.queries = queries;
        this.messages = messages;
        this.audit = audit;
    }

    /** All that match, in the order of the list, with moments in the reader's time zone. */
    public void write(OnboardingFilter filter, Sort sort, Actor actor, ZoneId zone, Locale locale, TableFormat format,
            OutputStream out) throws IOException {
        boolean withSupplier = actor.has(Role.PROCESS_MANAGER);
        TableDownload.write(format, locale, table -> {
            table.row(heading(withSupplier, new Moments(locale, zone)));
            queries.each(filter, sort, actor, line -> write(line, withSupplier, locale, zone, table));
        }, () -> audit.record(Audited.export("onboardings", actor).values(null, filter.told())), out);
    }

    /** A file outlives the page and is passed on, so that times name their zone. */
    private Object[] heading(boolean withSupplier, Moments moments) {
        Locale locale = moments.locale();
        List<String> heading = new ArrayList<>();
        if (withSupplier) {
            heading.add(text("onboarding.supplier", locale));
        }
        COLUMNS.forEach(column -> heading.add(MOMENTS.contains(column)
                ? text(column, locale) + " (" + moments.zoneName() + ")" : text(column, locale)));
        return heading.toArray();
    }

    private void write(OnboardingLine line, boolean withSupplier, Locale locale, ZoneId zone, TableDownload.Rows table) {
        OnboardingRow row = line.row();
        List<@Nullable Object> cells = new ArrayList<>();
        if (withSupplier) {
            cells.add(row.supplier());
        }
        cells.addAll(Arrays.asList(row.distributor(), row.email(), row.code().value(), line.taxId(),
                row.city(), text(row.stage().key(), locale), moment(row.since(), zone),
                text("onboarding.letter." + (row.letter() == null ? "PREPARING" : row.letter()), locale),
                moment(row.invitedAt(), zone), line.invitedBy(), moment(line.expiresAt(), zone), line.reason()));
        table.row(cells.toArray());
    }

    private static LocalDateTime moment(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
