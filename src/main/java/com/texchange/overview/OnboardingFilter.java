package com.texchange.overview;

import com.texchange.common.SearchWords;
import com.texchange.onboarding.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which onboardings a list shows.
 *
 * @param text    words of names, e-mail address, code, tax id or city; blank for all
 * @param minDays only those that have been at their stage for so many days or longer; 0 for all
 */
public record OnboardingFilter(String text, @Nullable Stage stage, int minDays) {

    public static final OnboardingFilter NONE = new OnboardingFilter("", null, 0);

    public OnboardingFilter {
        text = text.strip();
        minDays = Math.max(0, minDays);
    }

    SearchWords words() {
        return SearchWords.of(text);
    }
}
