package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Has whoever sits at a page of somebody who is signed in show that it is this person. Wrong tries cost what those of the sign-in page
 * cost, and are recorded. In no transaction: what a try costs must stand although nothing else does.
 */
@Component
class PersonProof {

    private final SignInProvider passwords;
    private final SecondFactors factors;
    private final SignInGuard guard;
    private final KnownBrowsers browsers;
    private final SignInTrail trail;

    PersonProof(SignInProvider passwords, SecondFactors factors, SignInGuard guard, KnownBrowsers browsers, SignInTrail trail) {
        this.passwords = passwords;
        this.factors = factors;
        this.guard = guard;
        this.browsers = browsers;
        this.trail = trail;
    }

    /** @throws RefusedException if it is not the password of now, or too many wrong ones were tried */
    void requirePassword(String typed, Actor actor) {
        UsernamePasswordAuthenticationToken password =
                UsernamePasswordAuthenticationToken.unauthenticated(actor.email().value(), typed);
        password.setDetails(here(actor));
        try {
            passwords.authenticate(password);
        } catch (AuthenticationException refusal) {
            throw refused(refusal, "accounts.profile.wrongPassword", actor);
        }
    }

    /** @throws RefusedException if it is no code of the person's, or too many wrong ones were tried */
    void requireCode(String typed, Actor actor) {
        try {
            SignInGuard.Reserved reserved = guard.reserve(actor.email().value(), here(actor));
            if (!factors.accept(actor.id(), typed)) {
                throw new BadCredentialsException("a wrong code");
            }
            reserved.giveBack();
        } catch (AuthenticationException refusal) {
            throw refused(refusal, "accounts.fresh.wrongCode", actor);
        }
    }

    private RefusedException refused(AuthenticationException why, String wrong, Actor actor) {
        if (why instanceof TooManyAtOnceException) {
            return new RefusedException("accounts.busy");
        }
        trail.notProven(why, actor);
        return new RefusedException(why instanceof TooManyTriesException ? "accounts.fresh.tooMany" : wrong);
    }

    private SignInDetails here(Actor actor) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        return request == null ? new SignInDetails(actor.id().toString(), Optional.empty())
                : new SignInDetails(request.getRemoteAddr(), browsers.of(request));
    }
}
