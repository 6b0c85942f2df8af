package com.texchange.accounts;

import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long the sessions of open pages go on, for those pages. */
@Component
public class SessionClock {

    private final SessionLimits limits;
    private final CurrentPerson current;
    private final Clock clock;

    SessionClock(SessionLimits limits, CurrentPerson current, Clock clock) {
        this.limits = limits;
        this.current = current;
        this.clock = clock;
    }

    /**
     * The end of a session.
     *
     * @param byIdleness whether its person has only to do something for it to go on, rather than to show who it is
     */
    public record Ending(Instant at, boolean byIdleness, boolean over) {
    }

    /** Empty while it is far away. */
    public Optional<Ending> of(VaadinSession session) {
        return EndedSessions.person(session).filter(limits::isNearlyOver).map(person -> new Ending(limits.end(person),
                limits.idleEnd(person).isBefore(limits.lastEnd(person)), limits.isOver(person)));
    }

    /** The person at this page is there. */
    public void stay() {
        current.find().ifPresent(person -> person.active(clock.instant()));
    }

    /** The person at this page has shown who it is by {@link FreshSignIn}: the session goes on as if it had begun now. */
    public void stayAnew() {
        current.find().ifPresent(person -> {
            current.requireFresh(person.actor());
            person.active(clock.instant());
            person.beginsAgain(clock.instant());
        });
    }
}
