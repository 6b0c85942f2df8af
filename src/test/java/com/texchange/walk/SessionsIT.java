package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.texchange.accounts.CompanySwitch;
import com.texchange.accounts.OwnProfile;
import com.texchange.accounts.OwnSessions;
import com.texchange.common.Actor;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.OneTimeCodes;
import com.texchange.testing.TestPeople;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** How a session begins with a new password and how it ends, seen in the browser. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class SessionsIT extends SignInWalk {

    private static final String ANOTHER = "umbrella left in a tram";
    private static final String LINES_OF_CODES = """
            () => [...document.querySelectorAll('.recovery-codes li')].map(code => {
                const text = document.createRange();
                text.selectNodeContents(code);
                return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size;
            }).reduce((all, lines) => all + lines)""";
    @Autowired
    OwnSessions sessions;
    @Autowired
    CompanySwitch companies;
    @Autowired
    OwnProfile profile;

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
        PersonAtBrowser person = atBrowser(sales, "ru", 1366);
        person.page().navigate("/login");
        person.page().locator("vaadin-checkbox[name=remember-me]").click();
        person.fillSignIn(sales.email().value(), PASSWORD);
        person.page().navigate(link(sales));
        setPassword(person);

        person.seeText(sales.name());
        person.page().navigate("/profile");
        person.see("accounts.people.name");
        assertThat(accounts.awaitsPassword(sales.id())).isFalse();
    }

    @Test
    void anOpenPageIsClosedByPushWhenItsSessionEndsAndKeepsWhatWasTyped() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        person.page().waitForWebSocket(() -> person.page().navigate("/profile"));
        person.fill("accounts.people.name", "Ольга, ещё не сохранённая");
        person.page().waitForResponse(answer -> answer.url().contains("v-r=uidl"), () -> person.page().keyboard().press("Tab"));

        sessions.endOthers(supplier);

        person.page().waitForURL(url -> url.contains("/login"));
        person.see("accounts.login.ended");
        person.fillSignIn(supplier.email().value(), PASSWORD);
        person.page().waitForURL(url -> url.contains("/profile"));
        assertThat(person.page().getByLabel(person.word("accounts.people.name")).first().inputValue()).isEqualTo("Ольга, ещё не сохранённая");
    }

    @Test
    void allOpenPagesGoToTheSignInPageWhenTheCompanyIsSwitchedOff() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        List<PersonAtBrowser> pages = List.of(person, another(person), another(person), another(person));
        List<String> paths = List.of("/profile", "/people", "/exchange/distributors", "/company");
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i).page();
            String path = paths.get(i);
            page.waitForWebSocket(() -> page.navigate(path));
        }

        switchOff(supplier);

        for (int i = 0; i < pages.size(); i++) {
            String back = "continue=%2F" + paths.get(i).substring(1).replace("/", "%2F");
            pages.get(i).page().waitForURL(url -> url.contains("/login") && url.contains(back));
            pages.get(i).see("accounts.login.ended");
        }
    }

    /** Another page of the session may come first and end the connection over which this one is told. */
    @Test
    void aPageThatWasNotToldThatItsSessionHasEndedGoesToTheSignInPageWithItsNextClick() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        PersonAtBrowser untold = another(person);
        untold.page().routeWebSocket(url -> true, socket -> { });
        untold.page().navigate("/profile");
        untold.see("accounts.people.name");
        person.page().waitForWebSocket(() -> person.page().navigate("/people"));

        switchOff(supplier);
        person.page().waitForURL(url -> url.contains("/login"));
        untold.press("accounts.factor.add");

        untold.page().waitForURL(url -> url.contains("/login") && url.contains("continue=%2Fprofile"));
        untold.see("accounts.login.ended");
    }

    @Test
    void whoeverConfirmsANewAddressWhileSignedInReadsThatItCountsAndSignsInByIt() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        String address = TestPeople.anyEmail();
        profile.changeAddress(address, PASSWORD, supplier);
        String token = Mailbox.of(address).await("Подтвердите новый адрес").token();
        person.page().waitForWebSocket(() -> person.page().navigate("/profile/address?token=" + token));

        person.press("accounts.profile.confirm");
        person.see("accounts.profile.confirmed", address);
        person.page().getByText(person.word("accounts.profile.toSignIn")).click();

        person.page().waitForURL(url -> url.contains("/login"));
        assertThat(person.page().url()).doesNotContain("token").doesNotContain("ended");
        person.fillSignIn(address, PASSWORD);
        person.page().waitForURL(url -> !url.contains("/login"));
        person.seeText(supplier.name());
    }

    private void switchOff(Actor ofCompany) {
        companies.turn(Objects.requireNonNull(ofCompany.companyId()), false, "Спор о договоре", people.sales());
    }

    @Test
    void anAppIsAddedInTheProfileAndThenItsCodesLetIn() throws Exception {
        Actor sales = people.sales();
        PersonAtBrowser person = signedIn(sales);
        person.page().navigate("/profile");
        person.press("accounts.factor.add");
        String key = person.page().locator(".factor-key").innerText().replace(" ", "");
        person.station(null);
        person.fill("accounts.factor.code", OneTimeCodes.of(key).code(-1));
        person.press("accounts.factor.confirm");
        person.see("accounts.factor.codesText");
        String recovery = person.page().locator(".recovery-codes li").first().innerText();
        person.page().setViewportSize(360, 740);
        // The window comes to its new width a moment later.
        person.page().waitForFunction("(" + LINES_OF_CODES + ")() === 10");
        person.page().setViewportSize(1366, 768);
        person.press("accounts.factor.codesKept");
        person.see("accounts.factor.app");

        PersonAtBrowser elsewhere = atBrowser("ru", 1366);
        elsewhere.signIn(sales.email().value(), PASSWORD);
        elsewhere.fill("accounts.factor.code", OneTimeCodes.of(key).code());
        elsewhere.page().keyboard().press("Enter");
        elsewhere.page().waitForURL(url -> !url.contains("/second-factor"));
        elsewhere.seeText(sales.name());

        PersonAtBrowser withoutPhone = atBrowser("ru", 1366);
        withoutPhone.signIn(sales.email().value(), PASSWORD);
        withoutPhone.press("accounts.factor.useRecovery");
        withoutPhone.fill("accounts.factor.recoveryCode", recovery);
        withoutPhone.station(null);
        withoutPhone.press("accounts.login.submit");
        withoutPhone.page().waitForURL(url -> !url.contains("/second-factor"));
        withoutPhone.seeText(sales.name());
    }

    private void setPassword(PersonAtBrowser person) {
        person.fill("accounts.setPassword.password", ANOTHER);
        person.see("passwords.strong");
        person.fill("accounts.setPassword.again", ANOTHER);
        person.station(null);
        person.press("accounts.setPassword.submit");
        person.page().waitForURL(url -> !url.contains("/set-password") && !url.contains("/login"));
    }

    private String link(Actor actor) {
        URI link = URI.create(accounts.passwordLink(actor.id()).url());
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}
