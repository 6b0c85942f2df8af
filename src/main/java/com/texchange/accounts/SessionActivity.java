package com.texchange.accounts;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether sessions go on, and when their people did something last: a click, a key or a page, rather than what open pages do by themselves. */
@Component
class SessionActivity {

    private final SessionStamps stamps;
    private final PersonSessions sessions;
    private final SessionLimits limits;
    private final SignInTrail trail;
    private final Clock clock;

    SessionActivity(SessionStamps stamps, PersonSessions sessions, SessionLimits limits, SignInTrail trail, Clock clock) {
        this.stamps = stamps;
        this.sessions = sessions;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    boolean goesOn(SignedInPerson person) {
        return stamps.isGood(person);
    }

    /** What the session stands on is no more, which is recorded once. That its time is over is recorded by {@link PersonSessions}, once. */
    void ended(SignedInPerson person) {
        if (!limits.isOver(person) && person.ends()) {
            trail.sessionEnded(person);
        }
    }

    /** The person did something just now. */
    void note(SignedInPerson person) {
        Instant now = clock.instant();
        if (now.isAfter(person.lastActive().plus(SessionLimits.NOTED))) {
            person.session().ifPresent(sessions::used);
        }
        person.active(now);
    }
}
