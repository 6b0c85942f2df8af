package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.CompanySwitch;
import com.texchange.accounts.OwnSession;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.PersonalData;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.OneTimeCodes;
import com.texchange.testing.TestPeople;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in at a company's server, a real one, as a browser sees it; and whom it lets in, and whom not. */
@IntegrationTest
class CompanySignInIT extends CompanyWithServer {

    private static final String AT_COMPANY = "colleague";
    private static CompanyServer server;
    @Autowired
    OwnSessions sessions;
    @Autowired
    SecondFactors factors;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    CompanySwitch companies;
    @Autowired
    PersonalData data;

    @BeforeAll
    static void startServer() {
        server = CompanyServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void aCompanyHasAServer() {
        set(administrator, false);
        known(AT_COMPANY, colleague.email().value(), true);
    }

    /** Sets the server and switches it on. */
    private void set(Actor of, boolean trustsFactor) {
        CompanyServer.Client client = server.register(providers.redirectAddress(of));
        providers.save(new ProviderSettings(server.issuer(), client.id(), client.secret(), trustsFactor), of);
        providers.turn(true, of);
    }

    private static void known(String person, String email, boolean verified) {
        server.tell(person, Map.of("email", email, "email_verified", verified));
    }

    /** @return where the person is led in the end */
    private String signIn() {
        return browser.led(browser.signInThere(begin(), AT_COMPANY));
    }

    private List<String> entries(String kinds) {
        return jdbc.sql("select kind || ' ' || actor || ' ' || coalesce(new_value, '-') from audit_entry where kind like :kinds and :company = any(companies) order by id")
                .param("kinds", kinds).param("company", administrator.companyId()).query(String.class).list();
    }

    private void recorded(SignInRefusal why) {
        await().untilAsserted(() -> assertThat(entries("COMPANY_SIGN_IN_REFUSED")).anyMatch(entry -> entry.endsWith(" " + why)));
    }

    @Test
    void aColleagueSignsInAndIsKnownFromThenOnWhateverTheAddressIsThere() {
        browser.get("/login");
        String before = browser.cookie("JSESSIONID");
        String back = browser.signInThere(begin() + "?continue=/people", AT_COMPANY);
        assertThat(browser.led(back)).isEqualTo("/people");
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(browser.cookie("known-browser")).isNotEmpty();
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        assertThat(sessions.of(colleague)).singleElement().matches(OwnSession::through);
        assertThat(entries("SIGNED_IN%")).singleElement().asString().startsWith("SIGNED_IN_THROUGH_COMPANY " + colleague.name());
        assertThat(entries("IDENTITY_LINKED")).hasSize(1);

        known(AT_COMPANY, TestPeople.anyEmail(), false);
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo("/");
        assertThat(entries("IDENTITY_LINKED")).hasSize(1);
        assertThat(providers.of(administrator).orElseThrow().people()).isEqualTo(1);
    }

    @Test
    void theSecondStepFollowsUnlessTheServerIsTrustedWithIt() {
        OneTimeCodes app = OneTimeCodes.add(factors, colleague);
        assertThat(signIn()).isEqualTo("/second-factor");
        assertThat(browser.led("/profile")).endsWith("/login");
        assertThat(browser.post("/login", Map.of("code", "000000")).headers().firstValue("Location")).contains("/second-factor?error=credentials");
        assertThat(browser.post("/login", Map.of("code", app.code())).headers().firstValue("Location").orElseThrow()).endsWith("/profile");
        assertThat(sessions.of(colleague)).singleElement().matches(OwnSession::through);
        assertThat(entries("SIGNED_IN%")).singleElement().asString().startsWith("SIGNED_IN_THROUGH_COMPANY");

        server.tell(AT_COMPANY, Map.of("email", colleague.email().value(), "email_verified", true, "amr", List.of("pwd", "mfa")));
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo("/second-factor");

        set(administrator, true);
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo("/");
        known(AT_COMPANY, colleague.email().value(), true);
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo("/second-factor");
    }

    @Test
    void whatTheServerDoesNotVouchForLetsNobodyIn() {
        known(AT_COMPANY, colleague.email().value(), false);
        assertThat(signIn()).isEqualTo(error(SignInRefusal.NO_ADDRESS));
        recorded(SignInRefusal.NO_ADDRESS);
        server.tell(AT_COMPANY, Map.of());
        assertThat(signIn()).isEqualTo(error(SignInRefusal.NO_ADDRESS));
        assertThat(sessions.of(colleague)).isEmpty();
    }

    @Test
    void onlyPeopleOfTheCompanyComeIn() {
        Actor stranger = ofCompany(people.supplier());
        Actor operator = people.sales();
        for (String email : List.of(stranger.email().value(), operator.email().value(), TestPeople.anyEmail())) {
            known(AT_COMPANY, email, true);
            browser = new SignInBrowser(port);
            assertThat(signIn()).as(email).isEqualTo(error(SignInRefusal.NO_ACCOUNT));
        }
        recorded(SignInRefusal.NO_ACCOUNT);
        assertThat(entries("IDENTITY_LINKED")).isEmpty();
    }

    @Test
    void anotherCompanysServerIsNoWordForThisOne() {
        Actor others = people.supplier();
        set(others, false);
        String back = browser.signInThere(begin(others), AT_COMPANY);
        String forged = back.replace(others.companyId().toString(), administrator.companyId().toString());

        assertThat(forged).isNotEqualTo(back);
        assertThat(browser.led(forged)).isEqualTo(error(SignInRefusal.NOT_BELIEVED));
        assertThat(browser.led(back)).isEqualTo(error(SignInRefusal.NOT_BEGUN_HERE));
        browser = new SignInBrowser(port);
        assertThat(browser.led(browser.signInThere(begin(others), AT_COMPANY))).isEqualTo(error(SignInRefusal.NO_ACCOUNT));
    }

    @Test
    void whoKnowsAnAddressLaterIsNotWhoHadIt() {
        assertThat(signIn()).isEqualTo("/");
        known("successor", colleague.email().value(), true);
        browser = new SignInBrowser(port);
        assertThat(browser.led(browser.signInThere(begin(), "successor"))).isEqualTo(error(SignInRefusal.OTHER_NAME));
    }

    @Test
    void whatABrowserComesBackWithCountsOnceAndThereAlone() {
        String back = browser.signInThere(begin(), AT_COMPANY);
        assertThat(new SignInBrowser(port).led(back)).isEqualTo(error(SignInRefusal.NOT_BEGUN_HERE));
        String mistyped = back.replaceFirst("state=", "state=_");
        assertThat(browser.led(mistyped)).isEqualTo(error(SignInRefusal.NOT_BEGUN_HERE));
        assertThat(browser.led(back.replaceFirst("[?].*", ""))).isEqualTo(error(SignInRefusal.NOT_BEGUN_HERE));
        assertThat(browser.led(back)).isEqualTo("/");
        // Who is in stays in, and is led home.
        assertThat(browser.led(back)).isEqualTo("/");
        assertThat(browser.led(begin())).isEqualTo("/");
        recorded(SignInRefusal.NOT_BEGUN_HERE);
    }

    @Test
    void aCodeIsTakenByTheServerOnce() {
        String back = browser.signInThere(begin(), AT_COMPANY);
        assertThat(browser.led(back)).isEqualTo("/");
        SignInBrowser thief = new SignInBrowser(port);
        String asked = thief.led(begin());
        String replayed = back.replaceFirst("state=[^&]*", "state=" + URLEncoder.encode(SignInBrowser.parameter(asked, "state"), StandardCharsets.UTF_8));
        assertThat(thief.led(replayed)).isEqualTo(error(SignInRefusal.SERVER_REFUSES));
        recorded(SignInRefusal.SERVER_REFUSES);
    }

    @Test
    void clickingTwiceAndBeginningInTwoTabsIsNoHarm() {
        String first = browser.led(begin());
        browser.led(begin());
        String login = browser.led(first);
        assertThat(login).contains("/login");
        assertThat(browser.led(browser.signInThere(begin(), AT_COMPANY))).isEqualTo("/");
        browser = new SignInBrowser(port);
        String back = browser.signInThere(begin(), AT_COMPANY);
        browser.led(begin());
        assertThat(browser.led(back)).isEqualTo("/");
    }

    @Test
    void eachOfTwoTabsGoesOnWhereItHasBegun() {
        String first = browser.signInThere(begin() + "?continue=/devices", AT_COMPANY);
        String second = browser.led(browser.led(begin() + "?continue=/company"));
        assertThat(browser.led(first)).isEqualTo("/devices");
        assertThat(browser.led(second)).isEqualTo("/company");
        assertThat(browser.led(second)).isEqualTo("/");
    }

    @Test
    void whatTheServerAnswersInsteadIsToldInPlainWords() {
        Map<String, SignInRefusal> errors = Map.of("access_denied", SignInRefusal.TURNED_BACK, "login_required", SignInRefusal.SERVER_REFUSES,
                "server_error", SignInRefusal.SERVER_SILENT, "x".repeat(3000), SignInRefusal.SERVER_REFUSES);
        errors.forEach((code, why) -> {
            String state = SignInBrowser.parameter(browser.led(begin() + "?continue=/people"), "state");
            String back = providers.redirectAddress(administrator) + "?error=" + code + "&error_description=%0D%0Aforged+line&state="
                    + state.replace("=", "%3D");
            assertThat(browser.led(back)).isEqualTo("/login/company?continue=%2Fpeople&error=" + why.inAddress());
            recorded(why);
        });
    }

    @Test
    void whoeverIsKeptOutIsRefusedHereToo() {
        assertThat(signIn()).isEqualTo("/");
        colleagues.enable(colleague.id(), false, administrator);
        assertThat(browser.led("/profile")).endsWith("/login");
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo(error(SignInRefusal.NO_ACCOUNT));
        data.erase(colleague.id(), administrator);
        assertThat(providers.of(administrator).orElseThrow().people()).isZero();

        String begin = begin();
        companies.turn(administrator.companyId(), false, "Спор", people.sales());
        assertThat(browser.led(begin)).isEqualTo(error(SignInRefusal.UNKNOWN_COMPANY));
        recorded(SignInRefusal.UNKNOWN_COMPANY);
    }

    @Test
    void switchingItOffOrRemovingItEndsWhatHasBegunThroughItAndNothingElse() {
        for (Runnable end : List.<Runnable>of(() -> providers.turn(false, administrator), () -> providers.remove(administrator))) {
            browser = new SignInBrowser(port);
            assertThat(signIn()).isEqualTo("/");
            SignInBrowser byPassword = new SignInBrowser(port);
            byPassword.post("/login", Map.of("username", colleague.email().value(), "password", PASSWORD));
            String begin = begin();
            SignInBrowser underWay = new SignInBrowser(port);
            String back = underWay.signInThere(begin, AT_COMPANY);

            end.run();
            assertThat(browser.led("/profile")).endsWith("/login");
            assertThat(byPassword.get("/profile").statusCode()).isEqualTo(200);
            assertThat(underWay.led(back)).startsWith("/login/company?error=");
            assertThat(browser.led(begin)).isEqualTo(error(SignInRefusal.UNKNOWN_COMPANY));
            if (providers.of(administrator).isPresent()) {
                providers.turn(true, administrator);
            }
        }
        assertThat(entries("PROVIDER%")).extracting(entry -> entry.replaceFirst(" .*", ""))
                .containsExactly("PROVIDER_SET", "PROVIDER_ON", "PROVIDER_OFF", "PROVIDER_ON", "PROVIDER_REMOVED");
    }

    @Test
    void ofAnotherApplicationThereNobodyIsKnownAnyMore() {
        assertThat(signIn()).isEqualTo("/");
        set(administrator, false);
        assertThat(browser.led("/profile")).endsWith("/login");
        assertThat(providers.of(administrator).orElseThrow().people()).isZero();
        browser = new SignInBrowser(port);
        assertThat(signIn()).isEqualTo("/");
    }

    @Test
    void aCompanyThatIsNotThereOrHasNoServerIsOneAnswer() {
        Actor without = people.supplier();
        for (String id : List.of(UUID.randomUUID().toString(), without.companyId().toString(), "nonsense")) {
            assertThat(browser.led("/login/company/" + id)).isEqualTo(error(SignInRefusal.UNKNOWN_COMPANY));
        }
        await().untilAsserted(() -> assertThat(jdbc.sql("select distinct actor from audit_entry where kind = :kind and new_value = :why and companies = '{}'")
                .param("kind", "COMPANY_SIGN_IN_REFUSED").param("why", SignInRefusal.UNKNOWN_COMPANY.name()).query(String.class).list())
                .as("nobody's name").containsExactly(""));
    }

    @Test
    void oneSourceThatFailsTooOftenHasToWaitAndCanSignInByPassword() {
        // One comes back every ten seconds, and sixty are answered faster than a hundred come back.
        assertThat(IntStream.range(0, 160).mapToObj(i -> browser.led(providers.redirectAddress(administrator) + "?code=x&state=y")))
                .contains(error(SignInRefusal.TOO_MANY_TRIES));
        assertThat(browser.post("/login", Map.of("username", colleague.email().value(), "password", PASSWORD)).headers()
                .firstValue("Location")).contains("/");
    }
}
