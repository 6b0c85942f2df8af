package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.texchange.TExchangeApplication;
import com.texchange.accounts.OperatorPeople;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.Passwords;
import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.SharedServices;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What one instance ends is over at the other, which knows of it by their database alone: its open pages are told, and it lets no cookie in.
 * The one is the application of the other tests; people are at the other, unless it says otherwise.
 */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsOfTwoInstancesIT extends SignInWalk {

    private static final String ANOTHER = "umbrella left in a tram";
    private static final String SIGN_IN = "/" + Routes.LOGIN;
    private static final String PROFILE = "/" + Routes.PROFILE;
    private static final String COMPANIES = "/" + Routes.ALL_COMPANIES;

    @Autowired
    OperatorPeople operators;
    @Autowired
    OwnSessions sessions;
    @Autowired
    Passwords passwords;
    private ConfigurableApplicationContext other;
    private String otherAddress;

    /** It takes neither jobs nor durable tasks from the one. */
    @BeforeAll
    void startTheOther() {
        SpringApplication application = new SpringApplication(TExchangeApplication.class, OnlyClicks.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.addInitializers(new SharedServices());
        other = application.run("--server.port=0");
        otherAddress = "http://localhost:" + other.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    void stopTheOther() {
        other.close();
    }

    @Test
    void whoIsSwitchedOffAtOneLeavesThePagesOfTheOtherWithoutAskingForAnything() {
        Actor sales = withPassword(people.sales());
        PersonAtBrowser person = rememberedAtTheOther(sales);
        person.page().waitForWebSocket(() -> person.page().navigate(PROFILE));
        person.see("accounts.people.name");
        PersonAtBrowser withoutPage = rememberedAtTheOther(sales);
        assertThat(ledTo(withoutPage)).as("let in").isEmpty();
        // Nothing that the page has asked for while it opened is under way any more.
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        List<String> asked = new CopyOnWriteArrayList<>();
        person.page().onRequest(request -> asked.add(request.url()));

        operators.enable(sales.id(), false, people.operatorsAdministrator());

        person.seeEnded();
        // That it leaves it says, too.
        assertThat(asked).filteredOn(url -> !url.contains("X-Atmosphere-Transport=close")).first().asString()
                .as("what the page has asked for first").startsWith(otherAddress + SIGN_IN);
        assertThat(ledTo(withoutPage)).endsWith(SIGN_IN);
    }

    /** The browser at the other has come in by being remembered, and its page is told all the same. */
    @Test
    void whoEndsAllOtherSessionsAtOneGoesOnThereAndIsRememberedByNoBrowserAtTheOther() {
        Actor supplier = people.supplier();
        PersonAtBrowser atOne = signedIn(supplier);
        PersonAtBrowser atOther = rememberedAtTheOther(supplier);
        atOther.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        atOther.page().waitForWebSocket(() -> atOther.page().navigate(PROFILE));
        atOther.see("accounts.people.name");
        Cookie remembering = cookie(atOther, "remember-me");

        atOne.page().navigate(PROFILE);
        atOne.press("accounts.sessions.endOthers");
        atOne.see("accounts.sessions.ended");

        atOther.seeEnded();
        PersonAtBrowser copy = atTheOther();
        copy.page().context().addCookies(List.of(remembering));
        assertThat(ledTo(copy)).endsWith(SIGN_IN);
        assertThat(sessions.of(supplier)).hasSize(1);
        atOne.page().navigate(PROFILE);
        atOne.see("accounts.sessions.current");
    }

    @Test
    void aRoleThatIsTakenAwayAtOneIsMissingAtTheOther() {
        Actor both = withPassword(people.person(null, Role.SALES, Role.PROCESS_MANAGER));
        PersonAtBrowser person = atTheOther();
        signIn(person, both, PASSWORD, false);
        person.page().waitForWebSocket(() -> person.page().navigate(COMPANIES));
        person.see("registry.title");

        operators.give(both.id(), Set.of(Role.PROCESS_MANAGER), people.operatorsAdministrator());

        person.seeEnded();
        signIn(person, both, PASSWORD, false);
        person.page().navigate(PROFILE);
        person.see("accounts.people.name");
        person.go(COMPANIES);
        person.see("shell.accessDenied.operator");
    }

    @Test
    void aPasswordThatIsSetByLinkAtOneEndsSessionsAndRememberedBrowsersOfTheOtherWhereItCounts() {
        Actor supplier = withPassword(people.supplier());
        PersonAtBrowser person = rememberedAtTheOther(supplier);
        assertThat(ledTo(person)).as("let in").isEmpty();
        String link = accounts.passwordLink(supplier.id()).url();

        passwords.set(link.substring(link.indexOf('=') + 1), ANOTHER);

        assertThat(ledTo(person)).endsWith(SIGN_IN);
        signIn(person, supplier, PASSWORD, false);
        assertThat(ledTo(person)).as("by the former password").endsWith(SIGN_IN);
        signIn(person, supplier, ANOTHER, false);
        assertThat(ledTo(person)).as("by the new one").isEmpty();
    }

    private Actor withPassword(Actor actor) {
        accounts.setPassword(actor.id(), PASSWORD);
        return actor;
    }

    private PersonAtBrowser atTheOther() {
        return atBrowser(otherAddress, "ru", 1366);
    }

    private PersonAtBrowser rememberedAtTheOther(Actor actor) {
        PersonAtBrowser person = atTheOther();
        signIn(person, actor, PASSWORD, true);
        return person;
    }

    /** By the form of the sign-in page, without opening it. */
    private void signIn(PersonAtBrowser person, Actor actor, String password, boolean toBeRemembered) {
        person.page().request().post(otherAddress + SIGN_IN, RequestOptions.create().setMaxRedirects(0).setForm(FormData.create()
                .set("username", actor.email().value()).set("password", password).set("remember-me", toBeRemembered ? "on" : "off")));
    }

    /** Where the other leads a browser that asks for the profile by its cookies; empty if it is let in. */
    private String ledTo(PersonAtBrowser person) {
        APIResponse answer = person.page().request().get(otherAddress + PROFILE,
                RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
        assertThat(answer.status()).isIn(200, 302);
        return answer.headers().getOrDefault("location", "");
    }

    private static Cookie cookie(PersonAtBrowser person, String name) {
        return person.page().context().cookies().stream().filter(cookie -> cookie.name.equals(name)).findFirst().orElseThrow();
    }
}
