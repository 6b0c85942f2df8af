package com.texchange.accounts;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;

/**
 * Where a person goes after sign-in: to the page that the form names, else to the page that asked for sign-in, else home.
 */
class GoOnAfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowsers browsers;
    private final RememberedBrowsers remembered;
    private final PersonSessions sessions;

    GoOnAfterSignIn(KnownBrowsers browsers, RememberedBrowsers remembered, PersonSessions sessions) {
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
            request.getSession().removeAttribute(HalfSignIn.KEPT_AS);
        }
        String path = request.getParameter(SignIn.CONTINUE);
        if (path != null && SignIn.isLocal(path)) {
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, path);
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** Not as inherited: a target out of a request's parameter could be anywhere. */
    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String stored = response.getHeader(getTargetUrlParameter());
        return stored == null ? getDefaultTargetUrl() : stored;
    }
}
