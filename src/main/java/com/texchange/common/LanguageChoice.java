package com.texchange.common;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
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

    /** Takes a language for this session and browser, and builds the page again in it. */
    public void choose(Locale language) {
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(Chosen.class, new Chosen(language));
        REMEMBERED.write(language.getLanguage());
        UI.getCurrent().getPage().reload();
    }

    private Locale languageFor(@Nullable VaadinRequest request, VaadinSession session) {
        return Optional.ofNullable(session.getAttribute(Chosen.class)).map(Chosen::language)
                .or(() -> REMEMBERED.read(request).map(Locale::of))
                .map(wish -> Languages.closest(List.of(wish)))
                .orElseGet(() -> Languages.closest(
                        request == null ? List.of() : Collections.list(request.getLocales())));
    }

    private record Chosen(Locale language) {
    }
}
