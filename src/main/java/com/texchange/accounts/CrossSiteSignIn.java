package com.texchange.accounts;

import com.texchange.common.FetchSite;
import com.texchange.common.Routes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in form that a page from elsewhere has sent. Vaadin exempts sign-in from CSRF tokens, since a page left open for
 * long would have lost its token; browsers tell where a form comes from: by Sec-Fetch-Site to servers that they reach safely, by
 * Origin to all. What no browser sends is let pass, as nobody else's cookies come with it.
 */
class CrossSiteSignIn extends OncePerRequestFilter {

    private final URI baseUrl;

    /** @param baseUrl where people reach the application: a proxy may name another host */
    CrossSiteSignIn(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean form = "POST".equals(request.getMethod()) && ("/" + Routes.LOGIN).equals(request.getServletPath());
        if (form && isFromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFromElsewhere(HttpServletRequest request) {
        return FetchSite.isElsewhere(request).orElseGet(() -> {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            return origin != null && !isAt(origin, request.getHeader(HttpHeaders.HOST)) && !isAt(origin, baseUrl.getRawAuthority());
        });
    }

    /** Of schemes a proxy may have changed ours. */
    private static boolean isAt(String origin, @Nullable String host) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }
}
