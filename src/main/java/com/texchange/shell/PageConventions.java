package com.texchange.shell;

import com.texchange.accounts.SignIn;
import com.texchange.common.CurrentActor;
import com.texchange.common.Languages;
import com.texchange.common.ui.KeptInput;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What holds for every page: its address, its title, words for lost sessions, answers to errors, typed text, quick and double clicks, and paper. */
@Component
class PageConventions implements VaadinServiceInitListener {

    private static final String TITLE_SEPARATOR = " · ";
    private static final List<String> SCRIPTS = List.of("scripts/one-navigation.js", "scripts/click-once.js", "scripts/unsaved-input.js",
            "scripts/printed-lists.js", "scripts/session-clock.js", "scripts/page-scroll.js", "scripts/sorted-heads.js");
    private final MessageSource messages;
    private final UnexpectedErrors errors;
    private final CurrentActor currentActor;

    PageConventions(MessageSource messages, UnexpectedErrors errors, CurrentActor currentActor) {
        this.currentActor = currentActor;
        this.messages = messages;
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(errors));
        event.addRequestHandler(new PageRequests());
        event.addRequestHandler(new UnknownRequests());
        event.getSource().addUIInitListener(init -> {
            CleanAddress.forAllPagesOf(init.getUI());
            completeTitles(init.getUI());
            KeptInput.restoreOn(init.getUI());
            preparePaper(init.getUI());
            ComponentWords.give(init.getUI());
        });
        event.addIndexHtmlRequestListener(page -> SCRIPTS.forEach(script ->
                page.getDocument().head().appendElement("script").attr("src", script)));
    }

    /** What the paper says of a list that is printed in part; by then the page's language is chosen. */
    private static void preparePaper(UI ui) {
        ui.beforeClientResponse(ui, response -> ui.getPage().executeJs("document.body.dataset.printedPart = $0",
                ui.getTranslation("shell.printedPart")));
    }

    /** The router sets the view's title after it has told the listeners. */
    private static void completeTitles(UI ui) {
        ui.addAfterNavigationListener(navigation -> ui.beforeClientResponse(ui, response -> completeTitle(ui)));
    }

    private static void completeTitle(UI ui) {
        String product = ui.getTranslation("common.product");
        String title = ui.getInternals().getTitle();
        if (title == null || title.isBlank()) {
            ui.getPage().setTitle(product);
        } else if (!title.endsWith(TITLE_SEPARATOR + product)) {
            ui.getPage().setTitle(title + TITLE_SEPARATOR + product);
        }
    }

    /** The page gets them when it is loaded: that of who is signed in then goes to the sign-in page, a stranger is told and loads it anew. */
    private SystemMessages systemMessages(Locale wish) {
        Locale locale = Languages.closest(List.of(wish));
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        boolean isSignedIn = currentActor.find().isPresent();
        words.setSessionExpiredNotificationEnabled(!isSignedIn);
        words.setSessionExpiredURL(isSignedIn ? SignIn.SESSION_OVER : null);
        words.setSessionExpiredCaption(text("shell.sessionExpired.title", locale));
        words.setSessionExpiredMessage(text("shell.sessionExpired.text", locale));
        words.setInternalErrorCaption(text("shell.internalError.title", locale));
        words.setInternalErrorMessage(text("shell.internalError.text", locale));
        words.setCookiesDisabledNotificationEnabled(true);
        words.setCookiesDisabledCaption(text("shell.cookiesDisabled.title", locale));
        words.setCookiesDisabledMessage(text("shell.cookiesDisabled.text", locale));
        return words;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
