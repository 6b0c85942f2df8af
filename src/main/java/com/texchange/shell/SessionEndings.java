package com.texchange.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no page asks: by these parameters Vaadin ends all pages of a session, with what was typed into them, at whatever address they
 * stand. A link in a letter, or on another site, could have anybody do that who follows it.
 */
@Component
class SessionEndings extends OncePerRequestFilter {

    private static final List<String> PARAMETERS = List.of("closeApplication", "restartApplication");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadAnyway(request) && asks(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean asks(HttpServletRequest request) {
        try {
            return PARAMETERS.stream().anyMatch(name -> request.getParameter(name) != null);
        } catch (IllegalStateException unreadable) {
            // So they are to Vaadin, as to whoever else asks for one.
            return false;
        }
    }

    /** Forms have been read by then; what else a request brings is not to be read for this. */
    private static boolean isReadAnyway(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getQueryString() != null || type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }
}
