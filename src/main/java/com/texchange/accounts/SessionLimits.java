package com.texchange.accounts;

import com.texchange.common.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a session ends by itself: after a while without its person, and after a day in any case (docs/decisions/036). */
@Component
class SessionLimits {

    /** How exactly the database knows when a session was used last. */
    static final Duration NOTED = Duration.ofMinutes(1);

    private final SessionProperties properties;
    private final Clock clock;

    SessionLimits(SessionProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Duration idle(Actor actor) {
        return actor.companyId() == null ? properties.idleOfOperator() : properties.idle();
    }

    private Duration longest(Actor actor) {
        return actor.companyId() == null ? properties.longestOfOperator() : properties.longest();
    }

    /** Of a session that nobody has used for so long no instance knows any more. The database may be behind by as long as a person may be idle. */
    Duration left(boolean ofOperator) {
        return ofOperator ? properties.longestOfOperator().plus(properties.idleOfOperator()) : properties.longest().plus(properties.idle());
    }

    Instant idleEnd(SignedInPerson person) {
        return person.lastActive().plus(idle(person.actor()));
    }

    Instant lastEnd(SignedInPerson person) {
        return person.beganAt().plus(longest(person.actor()));
    }

    Instant end(SignedInPerson person) {
        return idleEnd(person).isBefore(lastEnd(person)) ? idleEnd(person) : lastEnd(person);
    }

    boolean isOver(SignedInPerson person) {
        return person.session().isPresent() && !clock.instant().isBefore(end(person));
    }

    boolean isNearlyOver(SignedInPerson person) {
        return person.session().isPresent() && !clock.instant().isBefore(end(person).minus(properties.warning()));
    }
}
