package com.texchange.common;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person who is signed in, for views; services take an {@link Actor} instead. */
@Component
public class CurrentActor {

    public Optional<Actor> find() {
        return ActorHolder.actorOf(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is signed in */
    public Actor get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }
}
