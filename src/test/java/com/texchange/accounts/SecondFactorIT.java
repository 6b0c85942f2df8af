package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.passwords.TimedCodes;
import com.texchange.testing.IntegrationTest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in by two steps, as a browser sees it. */
@IntegrationTest
class SecondFactorIT extends PersonWithFactor {

    @Autowired
    OwnSessions sessions;
    private TestBrowser browser;

    @BeforeEach
    void withABrowser() {
        browser = new TestBrowser(port);
    }

    @Test
    void theSecondStepAsksForACodeAndNothingIsOpenBefore() throws Exception {
        addApp();
        assertThat(browser.location(password())).isEqualTo("/second-factor");
        String before = browser.cookie("JSESSIONID");

        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
        assertThat(browser.get("/second-factor").statusCode()).isEqualTo(200);
        assertThat(browser.location(code("000000"))).isEqualTo("/second-factor?error=credentials");
        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
        assertThat(browser.location(code(next()))).isEqualTo("/profile");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void aCodeWorksOnceAndNotWithoutAPassword() throws Exception {
        addApp();
        String code = next();
        assertThat(browser.location(code(code))).isEqualTo("/login?error=again");
        password();
        assertThat(browser.location(code(code))).isEqualTo("/");

        browser = new TestBrowser(port);
        password();
        assertThat(browser.location(code(code))).isEqualTo("/second-factor?error=credentials");
    }

    @Test
    void fiveWrongCodesAreTooManyEvenWithTheRightPassword() throws Exception {
        addApp();
        browser = new TestBrowser(port, 61);
        password();
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            code("00000" + i);
        }

        assertThat(browser.location(code(next()))).isEqualTo("/second-factor?error=locked");
    }

    /** That the password is known to whoever does not know the code is more than a mistyped password. */
    @Test
    void aWrongCodeIsRecordedAsSuchAndAnEmptyOneIsNoTry() throws Exception {
        browser = new TestBrowser(port, 62);
        addApp();
        password();
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            assertThat(browser.location(code(" "))).isEqualTo("/second-factor?error=missing");
        }
        code("000000");

        await().untilAsserted(() -> assertThat(jdbc.sql("select kind, times from audit_entry where subject_id = ? and kind like 'CODE%'").param(person.id().toString()).query().listOfRows()).singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("kind", "CODE_REFUSED").containsEntry("times", 1)));
        assertThat(browser.location(code(next()))).isEqualTo("/");
    }

    @Test
    void aRightPasswordWithoutASecondStepIsRecordedWithWhereItCameFrom() throws Exception {
        browser = new TestBrowser(port, 64);
        addApp();
        password();

        await().untilAsserted(() -> assertThat(jdbc.sql("select actor || ' ' || source from audit_entry where subject_id = ? and kind = 'FIRST_STEP_TAKEN'")
                .param(person.id().toString()).query(String.class).list()).containsExactly(person.email().value() + " 127.0.0.64"));
    }

    /** The picture may be in the phone by the time the page is loaded again. */
    @Test
    void theAppThatIsBeingAddedStaysTheSameForTheWholeFirstStep() {
        HalfSignIn half = new HalfSignIn(testSessions.begin(person), false, clock.instant());

        assertThat(half.app().uri()).isEqualTo(half.app().uri())
                .isNotEqualTo(new HalfSignIn(testSessions.begin(person), false, clock.instant()).app().uri());
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTypedAndIsTold() throws Exception {
        String recovery = addApp().getFirst();
        password();
        assertThat(browser.location(code(recovery.toUpperCase(Locale.ROOT).replace("-", " ")))).isEqualTo("/");
        assertThat(factors.of(person).orElseThrow().recoveryCodes()).isEqualTo(RecoveryCodes.COUNT - 1);
        assertThat(letters()).isEqualTo(2);

        browser = new TestBrowser(port);
        password();
        assertThat(browser.location(code(recovery))).isEqualTo("/second-factor?error=credentials");
        assertThat(jdbc.sql("select count(*) from recovery_code where account_id = ? and position(convert_to(?, 'UTF8') in code_hash) > 0")
                .params(person.id().value(), recovery).query(Integer.class).single()).isZero();
    }

    @Test
    void aRefusedRecoveryCodeIsAskedForAgainAndNotTakenForOneOfTheApp() throws Exception {
        browser = new TestBrowser(port, 66);
        String recovery = addApp().getFirst();
        password();
        assertThat(browser.location(recovery("0000-0000"))).isEqualTo("/second-factor?error=credentials&recovery=1");
        assertThat(browser.location(recovery(" "))).isEqualTo("/second-factor?error=missing&recovery=1");
        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
        assertThat(browser.location(recovery(recovery))).isEqualTo("/profile");

        browser = new TestBrowser(port, 67);
        assertThat(browser.location(recovery(recovery))).as("without a first step").isEqualTo("/login?error=again");
    }

    @Test
    void aRememberedBrowserIsOneFactorAndStaysRemembered() throws Exception {
        comesInARememberedBrowser();
        assertThat(browser.location(code("000000"))).isEqualTo("/second-factor?error=credentials");
        assertThat(browser.cookie("remember-me")).isNotNull();
        assertThat(browser.location(code(later()))).isEqualTo("/profile");
    }

    @Test
    void aBrowserThatIsForgottenBetweenTheStepsIsNoFirstStepAnyMore() throws Exception {
        comesInARememberedBrowser();

        sessions.endOthers(person);
        assertThat(browser.location(code(later()))).isEqualTo("/login?error=again");
    }

    /** Whoever sits there could shut its person out by an app of the own. */
    @Test
    void aRememberedBrowserOfWhomAFactorIsYetToBeAddedAsksForThePassword() throws Exception {
        password(Map.of("remember-me", "on"));
        String remembered = Objects.requireNonNull(browser.cookie("remember-me"));
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));

        browser = new TestBrowser(port);
        browser.keep("remember-me", remembered);
        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
        assertThat(browser.location(code(""))).isEqualTo("/login?error=again");
        assertThat(browser.cookie("remember-me")).isNotNull();
        assertThat(browser.location(password())).isEqualTo("/second-factor");
    }

    /** Each of its requests would come with the token before, of which one is late in the end. */
    @Test
    void whatThePageLoadsOnWhichThePasswordIsTypedThenIsNoTheft() throws Exception {
        password(Map.of("remember-me", "on"));
        String first = Objects.requireNonNull(browser.cookie("remember-me"));
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        jdbc.sql("delete from person_session where account_id = ?").param(person.id().value()).update();

        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
        String next = Objects.requireNonNull(browser.cookie("remember-me"));
        assertThat(next).isNotEqualTo(first);
        browser.get("/login");
        browser.get("/icons/t-exchange.svg");
        assertThat(browser.cookie("remember-me")).isEqualTo(next);

        TestBrowser tab = new TestBrowser(port);
        tab.keep("remember-me", first);
        assertThat(tab.location(tab.get("/profile"))).endsWith("/login");
        assertThat(jdbc.sql("select count(*) from remembered_browser where account_id = ?").param(person.id().value())
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'browser-stolen'")
                .param(person.email().value()).query(Integer.class).single()).isZero();
    }

    @Test
    void aNewPasswordIsAskedForItsCodeToo() throws Exception {
        addApp();
        accounts.setPassword(person.id(), "another phrase of words");

        assertThat(browser.location(browser.signIn(person.email().value(), "another phrase of words", Map.of())))
                .isEqualTo("/second-factor");
    }

    @Test
    void aFirstStepIsNoMoreOnceThePasswordIsAnother() throws Exception {
        addApp();
        password();
        accounts.setPassword(person.id(), "another phrase of words");

        assertThat(browser.location(code(next()))).isEqualTo("/login?error=again");
    }

    @Test
    void whoHasToHaveOneIsNotLetInWithoutAndCannotSkipThePage() throws Exception {
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        assertThat(browser.location(password())).isEqualTo("/second-factor");
        assertThat(browser.location(code(""))).isEqualTo("/second-factor?error=missing");
        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");

        Actor colleague = people.colleague(person, Position.LICENSE_MANAGER);
        accounts.setPassword(colleague.id(), PASSWORD);
        browser = new TestBrowser(port);
        assertThat(browser.location(browser.signIn(colleague.email().value(), PASSWORD, Map.of()))).isEqualTo("/");
    }

    /** The first step only: the second one is asked for. */
    private void comesInARememberedBrowser() throws Exception {
        addApp();
        password(Map.of("remember-me", "on"));
        browser.send("/login", Map.of("code", next(), "remember-me", "on"));
        String remembered = Objects.requireNonNull(browser.cookie("remember-me"));
        browser = new TestBrowser(port);
        browser.keep("remember-me", remembered);
        assertThat(browser.location(browser.get("/profile"))).endsWith("/login");
    }

    private String later() {
        return TimedCodes.code(secret, clock.instant().plusSeconds(30));
    }

    private HttpResponse<String> password() throws Exception {
        return password(Map.of());
    }

    private HttpResponse<String> password(Map<String, String> more) throws Exception {
        return browser.signIn(person.email().value(), PASSWORD, more);
    }

    private HttpResponse<String> recovery(String code) throws Exception {
        return browser.send("/login", Map.of("code", code, "recovery", "on"));
    }

    private HttpResponse<String> code(String code) throws Exception {
        return browser.send("/login", Map.of("code", code));
    }
}
