package com.texchange.onboarding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where an onboarding stands. Those after {@link #CONNECTED} end it early; {@link #JOINED} because the company has another
 * partnership with this supplier, which stands for this one.
 */
public enum Stage {
    INVITED, REGISTERING, ACCEPTING, CONNECTING, CONNECTED, DECLINED, EXPIRED, REVOKED, REJECTED, JOINED;

    private static final Set<Stage> UNDECIDED = EnumSet.of(INVITED, REGISTERING, ACCEPTING);

    /** Whether the distributor has not decided yet, so that the invitation can still be revoked or expire. */
    public boolean isUndecided() {
        return UNDECIDED.contains(this);
    }

    public boolean isUnderWay() {
        return isUndecided() || this == CONNECTING;
    }

    public boolean isEndedEarly() {
        return !isUnderWay() && this != CONNECTED;
    }

    /** Whether the supplier may invite the same distributor again. */
    public boolean canBeTriedAgain() {
        return isEndedEarly() && this != JOINED;
    }

    /** The message key of its name. */
    public String key() {
        return "onboarding.stage." + name();
    }

    static Set<Stage> underWay() {
        EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
        Arrays.stream(values()).filter(Stage::isUnderWay).forEach(stages::add);
        return stages;
    }
}
