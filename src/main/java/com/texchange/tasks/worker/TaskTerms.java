package com.texchange.tasks.worker;

import com.texchange.common.CandidateGroup;
import com.texchange.common.Moments;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves the date of a new task to the end of its day, by the clock of those who have to do it. The processes count days from
 * the moment at which a task is made and know nobody's clock.
 */
@Component
class TaskTerms {

    /** A shorter term is meant to the minute. Less than a day, since the news of a task takes its time. */
    private static final Duration OF_DAYS = Duration.ofHours(23);
    private final TimeZones zones;
    private final Clock clock;

    TaskTerms(TimeZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    @Nullable Instant endOfDay(@Nullable Instant due, Set<String> groups) {
        if (due == null || due.isBefore(clock.instant().plus(OF_DAYS))) {
            return due;
        }
        ZoneId zone = groups.stream().map(CandidateGroup::new).flatMap(group -> group.company().stream()).findFirst()
                .map(zones::of).orElseGet(zones::operator);
        return Moments.endOfDay(due, zone);
    }
}
