package com.texchange.overview;

import java.time.Duration;
import java.time.Instant;

/** How long an onboarding has been at its stage. */
public enum AgeClass {
    UP_TO_3_DAYS(0), UP_TO_2_WEEKS(3), UP_TO_30_DAYS(14), LONGER(30);

    private final Duration from;

    AgeClass(int fromDays) {
        from = Duration.ofDays(fromDays);
    }

    /** The message key of its name. */
    public String key() {
        return "overview.age." + name();
    }

    /** Whatever began before this moment is at least as old as this class. */
    Instant before(Instant now) {
        return now.minus(from);
    }
}
