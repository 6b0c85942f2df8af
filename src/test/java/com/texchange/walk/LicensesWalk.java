package com.texchange.walk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** What the walks about licenses have in common: a browser for all of a class, and people who sign in there. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
abstract class LicensesWalk {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "words-for-the-walk";

    @Autowired
    Accounts accounts;
    @Autowired
    MessageSource messages;
    @LocalServerPort
    int port;
    private Browser browser;

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    static void checked(PersonAtBrowser person) {
        person.checked();
    }

    final PersonAtBrowser signedIn(Actor actor, String language, int width) {
        accounts.setPassword(actor.id(), PASSWORD);
        Page page = browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port).setLocale(language)
                .setTimezoneId("Europe/Moscow").setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < 800 ? 740 : 900));
        PersonAtBrowser person = new PersonAtBrowser(page, Words.in(language, messages), null);
        person.go("/login");
        person.page().locator("input[name=username]").waitFor();
        person.fillSignIn(actor.email().value(), PASSWORD);
        return person;
    }
}
