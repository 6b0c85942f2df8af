package com.texchange.overview.ui;

import com.texchange.common.Plural;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.HomeList;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingOverview.OnboardingSummary;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;

/** A few onboardings that want attention, each with why and the way to its page. */
class SummaryList extends HomeSection {

    private final String kind;

    /** @param kind end of the message keys: {@code waiting} or {@code failed} */
    SummaryList(String kind) {
        super(UI.getCurrent().getTranslation("overview.home." + kind));
        this.kind = kind;
    }

    void showWaiting(List<OnboardingSummary> waiting, Instant now) {
        HomeList list = new HomeList();
        waiting.forEach(row -> line(list, row, getTranslation(waitsFor(row)), days(DateTimes.days(row.since(), now))));
        show(list, waiting.isEmpty());
    }

    private String days(long days) {
        return days == 0 ? getTranslation("overview.home.today")
                : getTranslation(Plural.key("overview.home.days", days, getLocale()), days);
    }

    private static String waitsFor(OnboardingSummary row) {
        return "overview.home.waitsFor."
                + (row.stage() == Stage.CONNECTING && row.ordered() ? "PROCESSING" : row.stage().name());
    }

    void showFailed(List<OnboardingSummary> letters, List<OnboardingSummary> lost) {
        HomeList list = new HomeList();
        letters.forEach(row -> line(list, row, getTranslation("overview.home.letterFailed"), DateTimes.date(row.since())));
        lost.forEach(row -> line(list, row, getTranslation(row.stage().key()), DateTimes.date(row.since())));
        show(list, letters.isEmpty() && lost.isEmpty());
    }

    private void show(HomeList list, boolean empty) {
        if (empty) {
            Paragraph nothing = new Paragraph(getTranslation("overview.home." + kind + ".none"));
            nothing.addClassName("home-none");
            show(nothing);
        } else {
            show(list);
        }
    }

    private static void line(HomeList list, OnboardingSummary row, String why, String when) {
        list.line(new Anchor(Routes.of(Routes.DISTRIBUTORS, row.id()), row.distributor()), why, when, false);
    }
}
