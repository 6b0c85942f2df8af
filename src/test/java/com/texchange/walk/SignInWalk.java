package com.texchange.walk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.testing.Browser;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** People of a test's own who sign in with a password, each at a browser of their own. */
abstract class SignInWalk {

    static final String PASSWORD = "words-for-the-session";
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    private MessageSource messages;
    @LocalServerPort
    private int port;
    private Browser browser;

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    /** Has a password, and is not signed in yet. */
    PersonAtBrowser atBrowser(Actor actor, String language, int width) {
        accounts.setPassword(actor.id(), PASSWORD);
        return atBrowser(language, width);
    }

    PersonAtBrowser signedIn(Actor actor) {
        return signedIn(actor, "ru", 1366);
    }

    PersonAtBrowser signedIn(Actor actor, String language, int width) {
        PersonAtBrowser person = atBrowser(actor, language, width);
        person.signIn(actor.email().value(), PASSWORD);
        return person;
    }

    PersonAtBrowser atBrowser(String language, int width) {
        return atBrowser("http://localhost:" + port, language, width);
    }

    /** @param address of the application */
    PersonAtBrowser atBrowser(String address, String language, int width) {
        return new PersonAtBrowser(browser.person(new NewContextOptions().setBaseURL(address)
                .setLocale(language).setTimezoneId("Europe/Moscow").setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < 800 ? 740 : 900)), Words.in(language, messages), null);
    }

    /** In the same browser. */
    PersonAtBrowser another(PersonAtBrowser person) {
        return person.inAnotherPage();
    }
}
