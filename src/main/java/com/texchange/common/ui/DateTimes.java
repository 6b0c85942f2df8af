package com.texchange.common.ui;

import com.texchange.common.Moments;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments as the person at the page writes them: in the page's language and by the clock that the person has chosen, else by that
 * of the person's company, as the letters to that person have them. Where the browser's own clock goes differently, times name the zone.
 */
public final class DateTimes {

    private DateTimes() {
    }

    /** By which clock a page shows times; set before anything is shown. */
    public static void use(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /** Day and time, to the minute; empty for null. */
    public static String dateTime(@Nullable Instant instant) {
        return withZone(moments().dateTime(instant), instant);
    }

    /** The same in a list, whose {@linkplain #heading heading} names the zone instead of each row. */
    public static String inList(@Nullable Instant instant) {
        return moments().dateTime(instant);
    }

    /** What stands above moments of a list, with the zone where the browser's clock is another one. */
    public static String heading(String text) {
        return browsersZone().filter(browser -> !browser.getRules().equals(zone().getRules())).isEmpty() ? text
                : text + " (" + moments().zoneName() + ")";
    }

    /** The day; empty for null. */
    public static String date(@Nullable Instant instant) {
        return moments().date(instant);
    }

    /** The time of day, to the minute; empty for null. */
    public static String time(@Nullable Instant instant) {
        return withZone(moments().time(instant), instant);
    }

    /** Until when something can be done: the day alone if it lasts until the end of that day, else with the time. */
    public static String until(@Nullable Instant instant) {
        Moments moments = moments();
        return moments.until(instant).equals(moments.date(instant)) ? moments.date(instant) : dateTime(instant);
    }

    /** How many times the calendar of the page turns to another day between two moments; less than 0 if the other is earlier. */
    public static int days(Instant from, Instant to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone()), LocalDate.ofInstant(to, zone())));
    }

    /** The clock by which the page shows times and counts days. */
    public static ZoneId zone() {
        return Objects.requireNonNullElse(ComponentUtil.getData(UI.getCurrent(), ZoneId.class), ZoneId.systemDefault());
    }

    private static Moments moments() {
        return new Moments(UI.getCurrent().getLocale(), zone());
    }

    private static String withZone(String text, @Nullable Instant instant) {
        return instant == null || isBrowsersTime(instant) ? text : text + " (" + moments().zoneName(instant) + ")";
    }

    /** Also while the browser has not told its clock. */
    private static boolean isBrowsersTime(Instant instant) {
        return browsersZone().filter(browser -> !browser.getRules().getOffset(instant).equals(zone().getRules().getOffset(instant))).isEmpty();
    }

    private static Optional<ZoneId> browsersZone() {
        ExtendedClientDetails details = UI.getCurrent().getPage().getExtendedClientDetails();
        return Optional.ofNullable(details == null ? null : details.getTimeZoneId()).filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }
}
