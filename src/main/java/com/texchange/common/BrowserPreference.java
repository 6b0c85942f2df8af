package com.texchange.common;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that a person chose at a browser and finds there again, signed in or not. Anybody can forge it. */
public record BrowserPreference(String name) {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    public Optional<String> read(@Nullable VaadinRequest request) {
        return read(request == null ? null : request.getCookies());
    }

    /** @param cookies of a request; null if it has none */
    public Optional<String> read(Cookie @Nullable [] cookies) {
        return cookies == null ? Optional.empty()
                : Stream.of(cookies).filter(cookie -> name.equals(cookie.getName())).map(Cookie::getValue).findFirst();
    }

    /** @param value of letters only */
    public void write(String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
