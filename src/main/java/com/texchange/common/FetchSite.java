package com.texchange.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Where a browser says that a request of its comes from, as it does to servers that it reaches safely. A sibling of this site's is
 * elsewhere, too.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class FetchSite {

    private static final String HEADER = "Sec-Fetch-Site";
    /** From a page of ours, or typed or kept as a bookmark by the person. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private FetchSite() {
    }

    /** Whether it comes from elsewhere; empty if the browser does not say. */
    public static Optional<Boolean> isElsewhere(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER)).map(site -> !OWN.contains(site));
    }
}
