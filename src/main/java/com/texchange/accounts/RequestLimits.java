package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a request may bring: what pages keep of it stays in the session. Little from people who are not signed in, and as much as
 * a pasted table from those who are; files have limits of their own, where they are taken, and an address of their own without any
 * parameter. What else a request is, is not asked: its parameters can be written in many ways. Whoever does not say how much it is, as
 * no browser does, is not listened to.
 */
public final class RequestLimits extends OncePerRequestFilter {

    public static final int OF_STRANGERS = 64 * 1024;
    public static final int OF_PAGES = 24 * 1024 * 1024;
    private static final String FILES = "/VAADIN/dynamic/";

    private final StrangersSessions sessions;

    RequestLimits(StrangersSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession before = request.getSession(false);
        boolean stranger = isStrangers(before);
        long most = stranger ? OF_STRANGERS : isFile(request) ? Long.MAX_VALUE : OF_PAGES;
        if (most < Long.MAX_VALUE && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
            HttpSession after = request.getSession(false);
            if (stranger && before == null && after != null && isStrangers(after)) {
                sessions.came(NetworkSource.of(request.getRemoteAddr()), after);
            }
        }
    }

    /** A parameter would make it a page's request, which is read as a whole. */
    public static boolean isFile(HttpServletRequest request) {
        return request.getQueryString() == null && request.getRequestURI().startsWith(request.getContextPath() + FILES);
    }

    private static boolean isStrangers(@Nullable HttpSession session) {
        try {
            return session == null || SignedInPerson.of(session.getAttribute(SignedInPerson.KEPT_AS)).isEmpty();
        } catch (IllegalStateException ended) {
            return true;
        }
    }
}
