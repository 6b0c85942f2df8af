package com.texchange.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A field for a day, in the page's language. Weeks begin on Monday, as those of the charts: a language without a country has no first
 * day, and what Java takes then depends on its version.
 */
public final class DayPicker extends DatePicker {

    /** @param label translated */
    public DayPicker(String label) {
        super(label);
        Locale locale = UI.getCurrent().getLocale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setToday(getTranslation("common.day.today"))
                .setCancel(getTranslation("common.cancel"))
                .setBadInputErrorMessage(getTranslation("common.day.unknown"))
                .setMinErrorMessage(getTranslation("common.day.passed"))
                .setMaxErrorMessage(getTranslation("common.day.tooFar")));
        setClearButtonVisible(true);
    }

    /** Vaadin wants them from Sunday on. */
    private static List<String> days(TextStyle style, Locale locale) {
        return IntStream.range(0, 7).mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale)).toList();
    }
}
