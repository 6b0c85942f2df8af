package com.texchange.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at its next request when what it stands on is no more, before anybody has looked into it. The request goes on as a
 * stranger's: a page leads to the sign-in page and back, or a remembered browser signs in anew, with the rights of now.
 *
 * <p>Here the script of all pages says, too, that a person is there: {@code session-clock.js}; and here pages come by whose session has
 * ended without their being told.
 */
final class SessionCheck extends OncePerRequestFilter {

    private static final String SIGN_OF_LIFE = "/session/active";

    private final RedirectStrategy redirects = new DefaultRedirectStrategy();
    private final SessionActivity activity;

    SessionCheck(SessionActivity activity) {
        this.activity = activity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            look(session, request);
        }
        if (isSignOfLife(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (SignIn.SESSION_OVER.equals(request.getServletPath())) {
            redirects.sendRedirect(request, response, "/" + SignIn.afterEnd(pageBefore(request)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void look(HttpSession session, HttpServletRequest request) {
        try {
            Optional<SignedInPerson> person = SignedInPerson.of(session.getAttribute(SignedInPerson.KEPT_AS));
            if (person.filter(one -> !activity.goesOn(one)).isPresent()) {
                person.ifPresent(activity::ended);
                EndedSessions.letPagesHear(session);
                session.invalidate();
            } else if (isSignOfLife(request) || isPage(request)) {
                person.ifPresent(activity::note);
            }
        } catch (IllegalStateException endedMeanwhile) {
            logger.trace("Ended by its pages", endedMeanwhile);
        }
    }

    /** Only its path counts, so that it is of this application. */
    private static Optional<String> pageBefore(HttpServletRequest request) {
        try {
            URI page = URI.create(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
            return Optional.ofNullable(page.getRawPath()).map(path -> page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSignOfLife(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && SIGN_OF_LIFE.equals(request.getServletPath());
    }

    private static boolean isPage(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "").contains(MediaType.TEXT_HTML_VALUE);
    }
}
