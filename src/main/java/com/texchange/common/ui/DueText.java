package com.texchange.common.ui;

import com.texchange.common.Plural;
import com.vaadin.flow.component.UI;
import java.time.Instant;

/** How long there is until something is due, or since it was, in the current page's language and time zone. */
public record DueText(String text, boolean overdue) {

    public static DueText of(Instant dueAt, Instant now) {
        UI page = UI.getCurrent();
        int days = DateTimes.days(now, dueAt);
        boolean overdue = dueAt.isBefore(now);
        if (days < 0) {
            return new DueText(counted(page, "common.due.overdueDays", -days), true);
        }
        if (days > 1) {
            return new DueText(counted(page, "common.due.daysLeft", days), false);
        }
        String key = overdue ? "common.due.overdueToday" : days == 0 ? "common.due.today" : "common.due.tomorrow";
        return new DueText(page.getTranslation(key, DateTimes.time(dueAt)), overdue);
    }

    private static String counted(UI page, String key, long days) {
        return page.getTranslation(Plural.key(key, days, page.getLocale()), days);
    }
}
