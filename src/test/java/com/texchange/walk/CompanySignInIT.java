package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.texchange.identityproviders.CompanyServer;
import com.texchange.identityproviders.IdentityProviders;
import com.texchange.partners.Companies;
import com.texchange.testing.Browser;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.OneTimeCodes;
import com.texchange.testing.TestPeople;
import com.texchange.testing.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** An administrator sets up the company's server, a colleague signs in there and shows a code, somebody without an account is told whom to ask. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class CompanySignInIT {

    private static final String PASSWORD = "words-for-the-company";
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    SecondFactors factors;
    @Autowired
    IdentityProviders providers;
    @Autowired
    Companies companies;
    @Autowired
    MessageSource messages;
    @LocalServerPort
    int port;
    private Browser browser;

    @BeforeEach
    void sitDown(Browser own) {
        browser = own;
    }

    @ParameterizedTest
    @CsvSource({"ru, 1366", "en, 360"})
    void aCompanysServerIsSetUpLetsAColleagueInAndTellsAStrangerWhomToAsk(String language, int width) {
        Actor administrator = people.supplier();
        accounts.setPassword(administrator.id(), PASSWORD);
        Actor colleague = people.colleague(administrator);
        accounts.setPassword(colleague.id(), PASSWORD);
        OneTimeCodes app = OneTimeCodes.add(factors, colleague);
        try (CompanyServer server = CompanyServer.start()) {
            server.tell("colleague", Map.of("email", colleague.email().value(), "email_verified", true));
            server.tell("stranger", Map.of("email", TestPeople.anyEmail(), "email_verified", true));
            setUp(atBrowser(language, width), administrator, server);

            PersonAtBrowser person = atBrowser(language, width);
            person.page().navigate("/login?continue=/people");
            begin(person, administrator);
            signInThere(person, "colleague");
            person.page().waitForURL(url -> url.contains("/second-factor"));
            person.fill("accounts.factor.code", app.code());
            person.page().keyboard().press("Enter");
            person.page().waitForURL(url -> url.endsWith("/people"));
            person.seeText(colleague.name());
            person.page().navigate("/profile");
            person.see("accounts.sessions.through");
            signOut(person);

            forget(atBrowser(language, width), administrator, colleague);

            PersonAtBrowser stranger = atBrowser(language, width);
            stranger.page().navigate("/login");
            begin(stranger, administrator);
            signInThere(stranger, "stranger");
            stranger.see("identityproviders.signIn.NO_ACCOUNT");
            stranger.station(null);
            stranger.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(stranger.word("identityproviders.signIn.byPassword"))).click();
            stranger.see("accounts.login.submit");
        }
    }

    private void setUp(PersonAtBrowser person, Actor administrator, CompanyServer server) {
        person.signIn(administrator.email().value(), PASSWORD);
        person.go("/company/sign-in");
        person.see("identityproviders.noneTitle");
        person.station(null);
        String address = person.page().locator(".copy-text-value").innerText();
        // A browser without a window asks nobody, and refuses.
        person.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        person.press("common.copyNamed", person.word("identityproviders.redirectAddress"));
        person.see("common.copied");
        assertThat(person.page().evaluate("navigator.clipboard.readText()")).isEqualTo(address);
        CompanyServer.Client client = server.register(address);
        person.press("identityproviders.set");
        person.fill("identityproviders.issuer", server.issuer() + "/");
        person.fill("identityproviders.clientId", client.id());
        person.fill("identityproviders.clientSecret", client.secret());
        person.station(null);
        person.pressInDialog("identityproviders.save");
        person.see("identityproviders.refused.otherIssuer", server.issuer());
        person.fill("identityproviders.issuer", server.issuer());
        person.page().keyboard().press("Enter");
        person.see("identityproviders.saved");
        person.press("identityproviders.check");
        person.see("identityproviders.checked");
        person.press("identityproviders.turnOn");
        person.see("identityproviders.turnedOn");
        person.station(null);
        assertThat(providers.of(administrator).orElseThrow().enabled()).isTrue();
        assertThat(person.page().content()).doesNotContain(client.secret());
    }

    private void forget(PersonAtBrowser person, Actor administrator, Actor colleague) {
        person.signIn(administrator.email().value(), PASSWORD);
        person.go("/company/sign-in");
        person.see("identityproviders.linkedAs", "colleague");
        person.station(null);
        person.press("accounts.people.actOn", person.word("identityproviders.forget"), colleague.name());
        person.station(null);
        person.pressInDialog("identityproviders.forget");
        person.see("identityproviders.forgotten");
        assertThat(providers.people(administrator)).isEmpty();
    }

    /** From the sign-in page, by the company's tax ID; a mistyped one is told first. */
    private void begin(PersonAtBrowser person, Actor ofCompany) {
        person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(person.word("accounts.login.throughCompany"))).click();
        person.fill("identityproviders.signIn.taxId", TestPeople.anyTaxId());
        person.page().keyboard().press("Enter");
        person.see("identityproviders.signIn.UNKNOWN_COMPANY");
        person.station(null);
        person.fill("identityproviders.signIn.taxId", String.valueOf(companies.get(ofCompany.companyId()).taxId()));
        person.press("identityproviders.signIn.submit");
        person.page().waitForURL(url -> url.startsWith("http://127.0.0.1:"));
        // Who comes back by the browser's button can go on as before.
        person.page().goBack();
        person.page().waitForURL(url -> url.contains("/login/company"));
        person.fill("identityproviders.signIn.taxId", String.valueOf(companies.get(ofCompany.companyId()).taxId()));
        person.press("identityproviders.signIn.submit");
        person.page().waitForURL(url -> url.startsWith("http://127.0.0.1:"));
    }

    private static void signInThere(PersonAtBrowser person, String name) {
        person.page().locator("input[name=username]").fill(name);
        person.page().locator("input[name=password]").fill(CompanyServer.PASSWORD);
        person.page().locator("button[type=submit]").click();
        person.page().waitForURL(url -> url.startsWith("http://localhost:"));
    }

    private PersonAtBrowser atBrowser(String language, int width) {
        return new PersonAtBrowser(browser.person(new NewContextOptions().setBaseURL("http://localhost:" + port).setLocale(language)
                .setViewportSize(width, 900)), Words.in(language, messages), null);
    }

    private static void signOut(PersonAtBrowser person) {
        person.page().navigate("/styles.css");
        person.page().context().clearCookies();
        person.page().navigate("/profile");
        person.page().waitForURL(url -> url.contains("/login"));
    }
}
