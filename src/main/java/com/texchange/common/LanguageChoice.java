package com.texchange.common;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The language of a page: what was chosen in this session, else the account's, else what this browser chose last time,
 * else the browser's own language, else English.
 */
@Component
public class LanguageChoice implements VaadinServiceInitListener {

    private static final String COOKIE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private final CurrentActor currentActor;

    LanguageChoice(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init ->
                init.getUI().setLocale(languageFor(VaadinRequest.getCurrent(), init.getUI().getSession())));
    }

    /** Takes a language for this session and browser, and builds the page again in it. */
    public void choose(Locale language) {
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(Chosen.class, new Chosen(language));
        remember(language);
        UI.getCurrent().getPage().reload();
    }

    private Locale languageFor(@Nullable VaadinRequest request, VaadinSession session) {
        return Optional.ofNullable(session.getAttribute(Chosen.class)).map(Chosen::language)
                .or(() -> currentActor.find().map(Actor::locale))
                .or(() -> remembered(request))
                .map(wish -> Languages.closest(List.of(wish)))
                .orElseGet(() -> Languages.closest(
                        request == null ? List.of() : Collections.list(request.getLocales())));
    }

    private static void remember(Locale language) {
        Cookie cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }

    private static Optional<Locale> remembered(@Nullable VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null ? Optional.empty()
                : Stream.of(cookies).filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> Locale.of(cookie.getValue()))
                        .filter(Languages.ALL::contains)
                        .findFirst();
    }

    private record Chosen(Locale language) {
    }
}
