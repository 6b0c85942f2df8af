package com.texchange.accounts;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Where a person goes after sign-in: to the page that the form names, else to the page that asked for sign-in, else home.
 */
class GoOnAfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowsers browsers;
    private final RememberedBrowsers remembered;
    private final PersonSessions sessions;
    private final FirstSteps firstSteps;

    GoOnAfterSignIn(KnownBrowsers browsers, RememberedBrowsers remembered, PersonSessions sessions, FirstSteps firstSteps) {
        this.firstSteps = firstSteps;
        this.browsers = browsers;
        this.remembered = remembered;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInPerson person) {
            browsers.remember(person.actor().id(), request, response);
            sessions.began(person, request, remembered.series(request));
            endIfNoMore(person);
            request.getSession().removeAttribute(HalfSignIn.KEPT_AS);
        }
        Optional<String> path = SignIn.path(request);
        if (path.isPresent()) {
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, path.get());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** What it came through was ended meanwhile. Its row was written first: whoever ends it either sees the row or is seen here. */
    private void endIfNoMore(SignedInPerson person) {
        if (!firstSteps.goOn(person.through())) {
            person.session().ifPresent(sessions::end);
        }
    }

    /** Not as inherited: a target out of a request's parameter could be anywhere. */
    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String stored = response.getHeader(getTargetUrlParameter());
        return stored == null ? getDefaultTargetUrl() : stored;
    }
}
