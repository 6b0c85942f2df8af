package com.texchange.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at its next request when what it stands on is no more, before anybody has looked into it. The request goes on as a
 * stranger's: a page leads to the sign-in page and back, or a remembered browser signs in anew, with the rights of now.
 */
final class SessionCheck extends OncePerRequestFilter {

    private final SessionStamps stamps;
    private final SignInTrail trail;

    SessionCheck(SessionStamps stamps, SignInTrail trail) {
        this.stamps = stamps;
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            endIfItMust(session);
        }
        chain.doFilter(request, response);
    }

    private void endIfItMust(HttpSession session) {
        try {
            SignedInPerson.of(session.getAttribute(SignedInPerson.KEPT_AS)).filter(person -> !stamps.isGood(person)).ifPresent(person -> {
                trail.sessionEnded(person);
                session.invalidate();
            });
        } catch (IllegalStateException endedMeanwhile) {
            logger.trace("Ended by its pages", endedMeanwhile);
        }
    }
}
