package com.texchange.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Moments as the person at the page writes them: in the page's language and the browser's time zone. */
public final class DateTimes {

    private DateTimes() {
    }

    /** Day and time, to the minute; empty for null. */
    public static String dateTime(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** The day; empty for null. */
    public static String date(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** The time of day, to the minute; empty for null. */
    public static String time(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    /** The browser's time zone; the server's while the browser has not told it. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        ExtendedClientDetails details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        if (id == null || id.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    private static String format(@Nullable Instant instant, DateTimeFormatter formatter) {
        return instant == null ? "" : formatter.localizedBy(UI.getCurrent().getLocale()).format(instant.atZone(zone()));
    }
}
