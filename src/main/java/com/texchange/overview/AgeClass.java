package com.texchange.overview;

import com.texchange.onboarding.Stage;
import java.time.Duration;
import java.time.Instant;

/** How long an onboarding has been at its stage. */
public enum AgeClass {
    UP_TO_3_DAYS(0, 3), UP_TO_2_WEEKS(3, 14), UP_TO_30_DAYS(14, 30), LONGER(30, 0);

    private final int fromDays;
    private final int belowDays;

    AgeClass(int fromDays, int belowDays) {
        this.fromDays = fromDays;
        this.belowDays = belowDays;
    }

    /** The list of exactly those of a stage that are of this age. */
    public OnboardingFilter of(Stage stage) {
        return new OnboardingFilter("", stage, false, fromDays, belowDays);
    }

    /** The message key of its name. */
    public String key() {
        return "overview.age." + name();
    }

    /** Whatever began before this moment is at least as old as this class. */
    Instant before(Instant now) {
        return now.minus(Duration.ofDays(fromDays));
    }
}
