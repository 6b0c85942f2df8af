package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    CompanySwitch companies;
    @Autowired
    OwnProfile profile;
    @Autowired
    OwnSessions sessions;

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

    /** At a sign-in page that another tab has had open since before. */
    @Test
    void whoeverSignsInWhereSomebodyElseIsSignedInLeavesThatPersonNoPage() {
        Actor first = people.supplier();
        Actor second = people.supplier();
        PersonAtBrowser person = atBrowser(first, "ru", 1366);
        accounts.setPassword(second.id(), PASSWORD);
        PersonAtBrowser late = another(person);
        late.page().navigate("/login");
        person.signIn(first.email().value(), PASSWORD);
        person.page().waitForWebSocket(() -> person.page().navigate("/profile"));
        person.see("accounts.people.name");

        late.fillSignIn(second.email().value(), PASSWORD);
        late.page().waitForURL(url -> !url.contains("/login"));
        late.seeText(second.name());
        person.press("accounts.factor.add");

        person.page().waitForURL(url -> url.contains("/profile"));
        person.seeText(second.email().value());
        assertThat(person.page().getByText(first.email().value()).count()).isZero();
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
        assertThat(accounts.admission(sales.id()).awaitsPassword()).isFalse();
    }

    /** Whoever has copied the cookie of before is as little in as who sits elsewhere. */
    @Test
    void thePagesBesideTheOneWhereTheOwnPasswordIsSetGoOnAndNothingElseDoes() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        PersonAtBrowser beside = another(person);
        beside.page().waitForWebSocket(() -> beside.page().navigate("/profile"));
        beside.fill("accounts.people.name", "Ольга, ещё не сохранённая");
        PersonAtBrowser elsewhere = atBrowser("ru", 1366);
        elsewhere.signIn(supplier.email().value(), PASSWORD);
        elsewhere.page().waitForWebSocket(() -> elsewhere.page().navigate("/profile"));
        Cookie before = session(person);
        PersonAtBrowser thief = atBrowser("ru", 1366);
        thief.page().context().addCookies(List.of(before));
        thief.page().navigate("/profile");
        thief.see("accounts.people.name");

        person.page().navigate(link(supplier));
        setPassword(person);
        person.seeText(supplier.name());
        elsewhere.page().waitForURL(url -> url.contains("/login"));
        thief.page().navigate("/profile");
        thief.page().waitForURL(url -> url.contains("/login"));

        assertThat(session(person).value).isNotEqualTo(before.value);
        assertThat(sessions.of(supplier)).hasSize(1);
        assertThat(beside.page().url()).endsWith("/profile");
        assertThat(beside.page().getByLabel(beside.word("accounts.people.name")).first().inputValue()).isEqualTo("Ольга, ещё не сохранённая");
        beside.press("accounts.people.save");
        beside.see("accounts.profile.saved");
        assertThat(people.actor(supplier.email().value()).name()).isEqualTo("Ольга, ещё не сохранённая");
    }

    private static Cookie session(PersonAtBrowser person) {
        return person.page().context().cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1440", "en, 360"})
    void anOpenPageIsClosedByPushWhenItsSessionIsEndedElsewhereAndKeepsWhatWasTyped(String language, int width) {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier, language, width);
        person.page().waitForWebSocket(() -> person.page().navigate("/profile"));
        person.fill("accounts.people.name", "Ольга, ещё не сохранённая");
        person.page().waitForResponse(answer -> answer.url().contains("v-r=uidl"), () -> person.page().keyboard().press("Tab"));

        PersonAtBrowser elsewhere = atBrowser(language, width);
        elsewhere.signIn(supplier.email().value(), PASSWORD);
        elsewhere.go("/profile");
        elsewhere.see("accounts.sessions.current");
        elsewhere.checked();
        elsewhere.press("accounts.sessions.endOthers");
        elsewhere.see("accounts.sessions.ended");

        person.seeEnded();
        person.checked();
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
            pages.get(i).seeEnded();
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
        PersonAtBrowser beside = another(person);
        beside.page().waitForWebSocket(() -> beside.page().navigate("/people"));
        person.page().waitForWebSocket(() -> person.page().navigate("/profile/address?token=" + token));

        person.press("accounts.profile.confirm");
        person.see("accounts.profile.confirmed", address);
        beside.page().waitForURL(url -> url.contains("/login") && url.contains("continue=%2Fpeople"));
        beside.see("accounts.login.ended");
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

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1440", "en, 360"})
    void anAppIsAddedInTheProfileAndThenItsCodesLetIn(String language, int width) throws Exception {
        Actor sales = people.sales();
        PersonAtBrowser person = signedIn(sales, language, width);
        person.page().navigate("/profile");
        person.press("accounts.factor.add");
        String key = person.page().locator(".factor-key code").innerText().replace(" ", "");
        person.checked();
        person.fill("accounts.factor.code", OneTimeCodes.of(key).code());
        person.press("accounts.factor.confirm");
        person.see("accounts.factor.codesText");
        String recovery = person.page().locator(".recovery-codes li").first().innerText();
        person.page().setViewportSize(360, 740);
        // The window comes to its new width a moment later.
        person.page().waitForFunction("(" + LINES_OF_CODES + ")() === 10");
        person.page().setViewportSize(width, 768);
        person.page().context().grantPermissions(List.of("clipboard-write"));
        person.press("common.copy");
        person.see("common.copied");
        person.press("accounts.factor.codesKept");
        person.see("accounts.factor.app");

        PersonAtBrowser elsewhere = atBrowser(language, width);
        elsewhere.signIn(sales.email().value(), PASSWORD);
        elsewhere.see("accounts.factor.heading");
        elsewhere.checked();
        // A code is good once; the next one is, too, where the phone's clock is ahead.
        elsewhere.fill("accounts.factor.code", OneTimeCodes.of(key).code(1));
        elsewhere.page().keyboard().press("Enter");
        elsewhere.page().waitForURL(url -> !url.contains("/second-factor"));
        elsewhere.seeText(sales.name());

        PersonAtBrowser withoutPhone = atBrowser(language, width);
        withoutPhone.signIn(sales.email().value(), PASSWORD);
        withoutPhone.press("accounts.factor.useRecovery");
        withoutPhone.fill("accounts.factor.recoveryCode", recovery);
        withoutPhone.checked();
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
