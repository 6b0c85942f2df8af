package com.texchange.common;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The language of a page: what was chosen in this session, else what this browser chose last time, else the browser's own
 * language, else English. The language of an account is for its letters.
 */
@Component
public class LanguageChoice implements VaadinServiceInitListener {

    private static final BrowserPreference REMEMBERED = new BrowserPreference("language");
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init ->
                init.getUI().setLocale(languageFor(VaadinRequest.getCurrent(), init.getUI().getSession())));
        // Screen readers choose the voice by it.
        event.addIndexHtmlRequestListener(page -> page.getDocument().selectXpath("/html").attr("lang",
                languageFor(page.getVaadinRequest(), VaadinSession.getCurrent()).getLanguage()));
    }

    /** For what is answered beside all pages. */
    public Locale of(HttpServletRequest request) {
        return languageFor(REMEMBERED.read(request.getCookies()), Collections.list(request.getLocales()));
    }

    /** Takes a language for this session and browser, and builds the page again in it. */
    public void choose(Locale language) {
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(Chosen.class, new Chosen(language));
        REMEMBERED.write(language.getLanguage());
        UI.getCurrent().getPage().reload();
    }

    private Locale languageFor(@Nullable VaadinRequest request, VaadinSession session) {
        return Optional.ofNullable(session.getAttribute(Chosen.class)).map(chosen -> Languages.closest(List.of(chosen.language())))
                .orElseGet(() -> languageFor(REMEMBERED.read(request), request == null ? List.of() : Collections.list(request.getLocales())));
    }

    private static Locale languageFor(Optional<String> remembered, List<Locale> ofBrowser) {
        return Languages.closest(remembered.map(Locale::of).map(List::of).orElse(ofBrowser));
    }

    private record Chosen(Locale language) {
    }
}
