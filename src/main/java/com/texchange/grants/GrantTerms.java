package com.texchange.grants;

import com.texchange.common.RefusedException;
import com.texchange.common.SingleLine;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is granted, or asked for.
 *
 * @param lastDay by the distributor's clock; null for a grant without an end
 */
public record GrantTerms(Set<GrantedAct> acts, @Nullable LocalDate lastDay,
        @Nullable @Size(max = MAX_REASON) @SingleLine String reason) {

    /** What the switch on the supplier's card grants with one click. */
    public static final GrantTerms ALL = new GrantTerms(EnumSet.allOf(GrantedAct.class), null, null);
    /** Characters of a reason. */
    public static final int MAX_REASON = 1000;
    private static final int MOST_YEARS = 10;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    public GrantTerms {
        acts = Set.copyOf(acts);
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /**
     * The last second of the last day; null without an end.
     *
     * @throws RefusedException if there is no act, or the end is past or years and years away
     */
    @Nullable Instant endsAt(Instant now, ZoneId distributors) {
        if (acts.isEmpty()) {
            throw new RefusedException("grants.noAct");
        }
        if (lastDay == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(now, distributors);
        if (lastDay.isBefore(today)) {
            throw new RefusedException("grants.endPassed");
        }
        if (lastDay.isAfter(today.plusYears(MOST_YEARS))) {
            throw new RefusedException("grants.endTooFar", MOST_YEARS);
        }
        return lastDay.atTime(LAST_SECOND).atZone(distributors).toInstant();
    }
}
