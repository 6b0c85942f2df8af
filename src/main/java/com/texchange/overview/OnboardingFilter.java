package com.texchange.overview;

import com.texchange.audit.Narrowing;
import com.texchange.common.SearchWords;
import com.texchange.onboarding.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which onboardings a list shows.
 *
 * @param text      words of the name, e-mail address, code, tax id or city that is shown, or of the name under which it was invited;
 *                  blank for all
 * @param underWay  only those that have not ended
 * @param minDays   only those that have been at their stage for so many days or longer; 0 for all
 * @param belowDays only those that have been at their stage for less than so many days; 0 for all
 */
public record OnboardingFilter(String text, @Nullable Stage stage, boolean underWay, int minDays, int belowDays) {

    public static final OnboardingFilter NONE = new OnboardingFilter("", null, 0);

    public OnboardingFilter {
        text = text.strip();
        minDays = Math.max(0, minDays);
        belowDays = Math.max(0, belowDays);
    }

    /** Without an upper limit of the days. */
    public OnboardingFilter(String text, @Nullable Stage stage, int minDays) {
        this(text, stage, false, minDays, 0);
    }

    /** What it narrows a list by, as the audit log keeps it; empty where it leaves nothing out. */
    String told() {
        return new Narrowing().typed(text).by("BY_STAGE", stage).by(underWay ? "ONLY_UNDER_WAY" : null)
                .by("MIN_DAYS", minDays == 0 ? null : minDays).by("BELOW_DAYS", belowDays == 0 ? null : belowDays).told();
    }

    SearchWords words() {
        return SearchWords.of(text);
    }
}
