package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.partners.Companies;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** Whatever somebody does between the letter and the answer, the way leads back to the invitation. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class InvitationRoadsIT {

    private static final String PASSWORD = "words-for-the-walk";

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Accounts accounts;
    @Autowired
    Companies companies;
    @Autowired
    MessageSource messages;
    @LocalServerPort
    int port;
    private Browser browser;
    private Actor invited;
    private OnboardingId id;
    private ReceivedLetter letter;

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    @BeforeEach
    void invite() {
        invited = people.distributor(0);
        id = journey.invite(people.supplier(), invited.email().value());
        letter = Mailbox.of(invited.email().value()).await("Приглашение");
    }

    @Test
    void whoeverIsSignedInMakesWayForWhoIsInvited() {
        Actor another = people.distributor(0);
        accounts.setPassword(another.id(), PASSWORD);
        accounts.setPassword(invited.id(), PASSWORD);
        PersonAtBrowser person = visitor("ru", 360);
        person.signIn(another.email().value(), PASSWORD);
        person.follow(letter);
        person.seeText(invited.email().value());
        person.station(null);
        person.press("onboarding.join.otherPerson");

        person.page().waitForURL(url -> url.contains("/login?continue="));
        person.fillSignIn(invited.email().value(), PASSWORD);
        person.press("onboarding.join.continueAs", company());
        person.see("onboarding.accept");
        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
    }

    @Test
    void aForgottenPasswordLeadsBackToTheInvitationInAnotherBrowserToo() {
        PersonAtBrowser person = visitor("en", 1366);
        person.follow(letter);
        link(person, "onboarding.join.signIn").click();
        link(person, "accounts.login.forgot").click();
        person.see("accounts.forgot.text");
        person.fill("accounts.forgot.email", invited.email().value());
        person.press("accounts.forgot.submit");
        person.see("accounts.forgot.sent");
        PersonAtBrowser elsewhere = visitor("ru", 1366);
        new NewcomerSteps(elsewhere).setPassword(Mailbox.of(invited.email().value()).await(elsewhere.word("mail.password-reset.subject")), PASSWORD);

        elsewhere.press("onboarding.join.continueAs", company());
        elsewhere.see("onboarding.accept");
    }

    private PersonAtBrowser visitor(String language, int width) {
        return new PersonAtBrowser(browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port)
                .setLocale(language).setViewportSize(width, 900)), Words.in(language, messages), null);
    }

    private static Locator link(PersonAtBrowser person, String key) {
        return person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(person.word(key)));
    }

    private String company() {
        return companies.get(invited.companyId()).name();
    }
}
