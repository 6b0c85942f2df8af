package com.texchange.accounts;

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

    /** Whether the person has shown just now who it is. Steps that nobody takes at a page are not asked. */
    boolean isFresh() {
        return find().map(person -> person.isProvenSince(clock.instant().minus(FRESH))).orElse(true);
    }

    /** @throws RefusedException if the person has to show first who it is */
    void requireFresh() {
        if (!isFresh()) {
            throw new RefusedException("accounts.fresh.needed");
        }
    }

    /** The person has just shown who it is. */
    void prove() {
        find().ifPresent(person -> person.proven(clock.instant()));
    }

    /** Lets this session go on, if it is the person's, when a change of the account would end it. */
    void keep(Account account) {
        find().filter(person -> person.actor().id().equals(account.id())).ifPresent(person ->
                account.stamp().ifPresent(person::standOn));
    }
}
