package com.texchange.registrations;

import com.texchange.common.Moments;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Until when the sales department decides. */
@Component
class RegistrationTerms {

    private final RegistrationProperties properties;
    private final TimeZones zones;
    private final Clock clock;

    RegistrationTerms(RegistrationProperties properties, TimeZones zones, Clock clock) {
        this.properties = properties;
        this.zones = zones;
        this.clock = clock;
    }

    Duration due() {
        return properties.due();
    }

    /** Of what is requested now, by the sales department's own clock. */
    Instant dueAt() {
        return Moments.endOf(properties.due(), clock.instant(), zones.operator());
    }
}
