package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** How a session begins with a new password, seen in the browser. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class SessionsIT {

    private static final String PASSWORD = "words-for-the-session";
    private static final String ANOTHER = "umbrella left in a tram";

    @Autowired
    TestPeople people;
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

    @Test
    void whoeverIsSignedInMakesWayForWhoSetsAPassword() {
        Actor newcomer = people.sales();
        PersonAtBrowser person = signedIn(people.processManager());
        person.page().navigate(link(newcomer));
        person.station(null);
        person.press("accounts.setPassword.signOut");
        setPassword(person);

        person.seeText(newcomer.name());
    }

    @Test
    void whoSetsTheOwnPasswordWhileSignedInGoesOn() {
        Actor sales = people.sales();
        PersonAtBrowser person = signedIn(sales);
        person.page().navigate(link(sales));
        setPassword(person);

        person.seeText(sales.name());
        assertThat(accounts.awaitsPassword(sales.id())).isFalse();
    }

    private void setPassword(PersonAtBrowser person) {
        person.fill("accounts.setPassword.password", ANOTHER);
        person.see("accounts.password.strong");
        person.fill("accounts.setPassword.again", ANOTHER);
        person.station(null);
        person.press("accounts.setPassword.submit");
        person.page().waitForURL(url -> !url.contains("/set-password") && !url.contains("/login"));
    }

    private String link(Actor actor) {
        URI link = URI.create(accounts.passwordLink(actor.id()).url());
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private PersonAtBrowser signedIn(Actor actor) {
        accounts.setPassword(actor.id(), PASSWORD);
        PersonAtBrowser person = new PersonAtBrowser(browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port)
                .setLocale("ru").setViewportSize(1366, 900)), Words.in("ru", messages), null);
        person.signIn(actor.email().value(), PASSWORD);
        return person;
    }
}
