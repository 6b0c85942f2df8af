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

    /** What is of this age began after this moment, as PostgreSQL reads it. */
    String since(Instant now) {
        return belowDays == 0 ? "-infinity" : now.minus(Duration.ofDays(belowDays)).toString();
    }

    /** What is of this age began at this moment or before, as PostgreSQL reads it. */
    String until(Instant now) {
        return fromDays == 0 ? "infinity" : now.minus(Duration.ofDays(fromDays)).toString();
    }
}
