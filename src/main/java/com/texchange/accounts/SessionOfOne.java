package com.texchange.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;

/**
 * A session is one person's. Whoever signs in where somebody else is signed in begins another: the open pages of the one before act with
 * that person's rights, and would be held against the other from then on. They find their session ended. The same person gets another id
 * alone, by Spring Security's own strategy after this one.
 */
final class SessionOfOne implements SessionAuthenticationStrategy {

    private final SessionFixationProtectionStrategy another = new SessionFixationProtectionStrategy();
    private final SessionActivity activity;

    SessionOfOne(SessionActivity activity) {
        this.activity = activity;
        // Then what Spring Security keeps goes along, as the page that was asked for, and no page.
        another.setMigrateSessionAttributes(false);
    }

    @Override
    public void onAuthentication(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        before(request).filter(person -> !person.equals(authentication.getPrincipal())).ifPresent(other -> {
            activity.ended(other);
            another.onAuthentication(authentication, request, response);
        });
    }

    private static Optional<SignedInPerson> before(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map((HttpSession session) -> session.getAttribute(SignedInPerson.KEPT_AS))
                .flatMap(SignedInPerson::of);
    }
}
