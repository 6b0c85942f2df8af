package com.texchange.onboarding.ui;

import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/** Onboardings in the addresses of pages. */
public final class OnboardingLinks {

    private OnboardingLinks() {
    }

    /** @return null for no id or a damaged one, as for an onboarding that the person may not see */
    public static @Nullable OnboardingId parse(@Nullable String id) {
        try {
            return id == null ? null : OnboardingId.of(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
