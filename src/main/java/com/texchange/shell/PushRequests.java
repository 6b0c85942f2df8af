package com.texchange.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens connections over which pages are told for what Vaadin's part in the browser asks alone. Atmosphere takes every parameter for a header,
 * in place of the one that was sent, and there are some at which it leaves the connection open without asking {@link OneWayPush}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PushRequests extends OncePerRequestFilter {

    private static final String CLIENT = "X-Atmosphere-Framework";
    /** At an older one, and at what is none, Atmosphere lets the connection be. */
    private static final Pattern CLIENTS = Pattern.compile("[3-9]\\.[0-9]{1,2}\\.[0-9]{1,2}(-javascript)?");
    private static final List<String> PARAMETERS = List.of("v-r", "v-uiId", "v-pushId", "X-Vaadin-LastSeenServerSyncId", CLIENT,
            "X-Atmosphere-tracking-id", "X-Atmosphere-Transport", "X-Atmosphere-TrackMessageSize", "X-atmo-protocol", "Content-Type");
    private static final String WEBSOCKET = "websocket";
    private static final String OF_ATMOSPHERE = "x-atmo";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.UPGRADE)).stream().noneMatch(asked -> asked.toLowerCase(Locale.ROOT).contains(WEBSOCKET));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfClient(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** A browser sends none of Atmosphere's headers with it. */
    private static boolean isOfClient(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        return parameters.keySet().stream().allMatch(name -> PARAMETERS.stream().anyMatch(name::equalsIgnoreCase))
                && parameters.values().stream().allMatch(values -> values.length == 1)
                && parameters.keySet().stream().filter(CLIENT::equalsIgnoreCase).allMatch(name -> isKnown(request.getParameter(name)))
                && Collections.list(request.getHeaderNames()).stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(OF_ATMOSPHERE));
    }

    private static boolean isKnown(@Nullable String client) {
        return client != null && CLIENTS.matcher(client).matches();
    }
}
