package com.texchange.onboarding;

import org.jspecify.annotations.Nullable;

/** @param text part of a name or e-mail address, or the beginning of a code; blank for all */
public record OnboardingFilter(String text, @Nullable Stage stage) {

    public static final OnboardingFilter NONE = new OnboardingFilter("", null);
}
