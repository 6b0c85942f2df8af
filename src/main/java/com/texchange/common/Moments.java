package com.texchange.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments as one reader writes them, on pages and in letters alike, and what a day is to that reader. A term of whole days
 * ends with its last day, at 23:59:59 of the reader's zone; that moment is what is stored, what timers wait for and what
 * everybody is shown, so that the day alone tells the same as the moment.
 */
public record Moments(Locale locale, ZoneId zone) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** The day; empty for null. */
    public String date(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** Day and time, to the minute; empty for null. */
    public String dateTime(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /** The time of day, to the minute; empty for null. */
    public String time(@Nullable Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    /** Until when something can be done: the day alone if it lasts until the end of that day, else with the time. */
    public String until(@Nullable Instant instant) {
        return instant == null || isEndOfDay(instant) ? date(instant) : dateTime(instant);
    }

    /** Day and time with the zone's name, for those who read it elsewhere or later; as in all letters. */
    public String named(Instant instant) {
        return format(instant, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT))
                + " (" + zoneName(instant) + ")";
    }

    /** What people call the zone, and how far its clocks are from UTC at a moment: {@code Moscow Time, UTC+3}. */
    public String zoneName(Instant at) {
        return format(at, DateTimeFormatter.ofPattern("vvvv")) + ", "
                + format(at, DateTimeFormatter.ofPattern("O")).replace("GMT", "UTC");
    }

    /** What people call the zone, for a whole table of moments: how far from UTC only where that is always the same. */
    public String zoneName() {
        ZonedDateTime now = ZonedDateTime.now(zone);
        return zone.getRules().nextTransition(now.toInstant()) == null ? zoneName(now.toInstant())
                : DateTimeFormatter.ofPattern("vvvv").localizedBy(locale).format(now);
    }

    /** The last second of a term that begins at a moment; one that is not of whole days ends to the second. */
    public static Instant endOf(Duration term, Instant from, ZoneId zone) {
        boolean ofDays = term.compareTo(DAY) >= 0 && term.toSeconds() % DAY.toSeconds() == 0;
        return ofDays ? endOfDay(from.plus(term), zone) : from.plus(term);
    }

    /** The last second of the day on which a moment is. */
    public static Instant endOfDay(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).atTime(LAST_SECOND).atZone(zone).toInstant();
    }

    /** When the day began on which a moment is. */
    public static Instant startOfDay(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).toInstant();
    }

    private boolean isEndOfDay(Instant instant) {
        return !ZonedDateTime.ofInstant(instant, zone).toLocalTime().isBefore(LAST_MINUTE);
    }

    private String format(@Nullable Instant instant, DateTimeFormatter formatter) {
        return instant == null ? "" : formatter.localizedBy(locale).format(instant.atZone(zone));
    }
}
