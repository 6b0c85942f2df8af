package com.texchange.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody is given a part of a file, as RFC 9110, section 14.2, leaves to the server: ours are small. Vaadin reads whatever stands in the header
 * by a pattern that a long one overflows, and fails at numbers that are too large, with a stack trace each.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WholeFiles extends OncePerRequestFilter {

    private static final List<String> OF_PARTS = List.of(HttpHeaders.RANGE, HttpHeaders.IF_RANGE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(OF_PARTS.stream().allMatch(header -> request.getHeader(header) == null) ? request : new OfWhole(request), response);
    }

    private static boolean isOfParts(String header) {
        return OF_PARTS.stream().anyMatch(header::equalsIgnoreCase);
    }

    /** As if the headers had not been sent. */
    private static final class OfWhole extends HttpServletRequestWrapper {

        OfWhole(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isOfParts(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isOfParts(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream().filter(name -> !isOfParts(name)).toList());
        }
    }
}
