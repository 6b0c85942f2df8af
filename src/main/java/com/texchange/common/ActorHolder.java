package com.texchange.common;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** A signed-in principal that knows the {@link Actor} behind it; {@code accounts} provides it. */
public interface ActorHolder {

    Actor actor();

    /** Who is signed in by it. @param signedIn as a request or a security context has it; null for nobody */
    static Optional<Actor> actorOf(@Nullable Principal signedIn) {
        return signedIn instanceof Authentication authentication && authentication.getPrincipal() instanceof ActorHolder holder
                ? Optional.of(holder.actor()) : Optional.empty();
    }
}
