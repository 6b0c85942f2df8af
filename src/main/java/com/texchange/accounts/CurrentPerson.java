package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sits at this page, as the session keeps the person. */
@Component
class CurrentPerson {

    /** After that, somebody else may have come to the screen. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final UUID NONE = new UUID(0, 0);

    private final Clock clock;

    CurrentPerson(Clock clock) {
        this.clock = clock;
    }

    Optional<SignedInPerson> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson person ? Optional.of(person)
                : Optional.empty();
    }

    /** The id of this session; none where nobody sits at a page. */
    UUID session() {
        return find().flatMap(SignedInPerson::session).orElse(NONE);
    }

    /** Whether it is this person who sits here, and has shown it just now. Steps that nobody takes at a page are not asked. */
    boolean isFresh(Actor actor) {
        return find().map(person -> isBy(actor, person) && person.isProvenSince(clock.instant().minus(FRESH))).orElse(true);
    }

    /** @throws RefusedException if the person has to show first who it is */
    void requireFresh(Actor actor) {
        if (!isFresh(actor)) {
            throw needed();
        }
    }

    /**
     * The person has just shown who it is.
     *
     * @throws RefusedException if the session is somebody else's
     */
    void prove(Actor actor) {
        find().ifPresent(person -> {
            if (!isBy(actor, person)) {
                throw needed();
            }
            person.proven(clock.instant());
        });
    }

    private static boolean isBy(Actor actor, SignedInPerson person) {
        return person.actor().id().equals(actor.id());
    }

    private static RefusedException needed() {
        return new RefusedException("accounts.fresh.needed");
    }

    /** Lets this session go on, if it is the person's, when a change of the account would end it. */
    void keep(Account account) {
        find().filter(person -> person.actor().id().equals(account.id())).ifPresent(person ->
                account.stamp().ifPresent(person::standOn));
    }
}
