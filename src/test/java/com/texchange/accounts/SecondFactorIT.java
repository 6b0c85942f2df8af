package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Signing in by two steps, as a browser sees it, and what people do with their second factor. */
@IntegrationTest
class SecondFactorIT {

    private static final String PASSWORD = TestSessions.PASSWORD;
    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    SecondFactors factors;
    @Autowired
    SecondFactorRule rule;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    PeopleOfCompanies operator;
    @Autowired
    OwnProfile profile;
    @Autowired
    Passwords passwords;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    TestSessions sessions;
    @Autowired
    AccountRepository stored;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    private Actor person;
    private byte[] secret = {};
    private CookieManager cookies = new CookieManager();
    private HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void aPersonHasAPassword() {
        person = people.supplier();
        accounts.setPassword(person.id(), PASSWORD);
    }

    @AfterEach
    void nobodyIsRequired() {
        require(Set.of());
    }

    @Test
    void theSecondStepAsksForACodeAndNothingIsOpenBefore() throws Exception {
        addApp();
        assertThat(location(password())).isEqualTo("/second-factor");
        String before = cookie("JSESSIONID");

        assertThat(location(get("/profile"))).endsWith("/login");
        assertThat(get("/second-factor").statusCode()).isEqualTo(200);
        assertThat(location(code("000000"))).isEqualTo("/second-factor?error=credentials");
        assertThat(location(get("/profile"))).endsWith("/login");
        assertThat(location(code(next()))).isEqualTo("/profile");
        assertThat(get("/profile").statusCode()).isEqualTo(200);
        assertThat(cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void aCodeWorksOnceAndNotWithoutAPassword() throws Exception {
        addApp();
        String code = next();
        assertThat(location(code(code))).isEqualTo("/login?error=again");
        password();
        assertThat(location(code(code))).isEqualTo("/");

        newBrowser();
        password();
        assertThat(location(code(code))).isEqualTo("/second-factor?error=credentials");
    }

    @Test
    void ofTwoWhoComeWithOneCodeAtOnceOneIsLetIn() {
        addApp();
        String code = next();
        List<Boolean> accepted = List.of(CompletableFuture.supplyAsync(() -> factors.accept(person.id(), code)),
                CompletableFuture.supplyAsync(() -> factors.accept(person.id(), code))).stream().map(CompletableFuture::join).toList();

        assertThat(accepted).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void fiveWrongCodesAreTooManyEvenWithTheRightPassword() throws Exception {
        addApp();
        browser = HttpClient.newBuilder().cookieHandler(cookies).localAddress(InetAddress.getByName("127.0.0.61")).build();
        password();
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            code("00000" + i);
        }

        assertThat(location(code(next()))).isEqualTo("/second-factor?error=locked");
    }

    /** That the password is known to whoever does not know the code is more than a mistyped password. */
    @Test
    void aWrongCodeIsRecordedAsSuchAndAnEmptyOneIsNoTry() throws Exception {
        addApp();
        password();
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            assertThat(location(code(" "))).isEqualTo("/second-factor?error=missing");
        }
        code("000000");

        await().untilAsserted(() -> assertThat(jdbc.sql("select kind, times from audit_entry where subject_id = ? and kind like 'CODE%'").param(person.id().toString()).query().listOfRows()).singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("kind", "CODE_REFUSED").containsEntry("times", 1)));
        assertThat(location(code(next()))).isEqualTo("/");
    }

    /** The picture may be in the phone by the time the page is loaded again. */
    @Test
    void theAppThatIsBeingAddedStaysTheSameForTheWholeFirstStep() {
        HalfSignIn half = new HalfSignIn(sessions.begin(person), false, clock.instant());

        assertThat(half.app().uri()).isEqualTo(half.app().uri())
                .isNotEqualTo(new HalfSignIn(sessions.begin(person), false, clock.instant()).app().uri());
    }

    @Test
    void aRecoveryCodeLetsInOnceHoweverItIsTypedAndIsTold() throws Exception {
        String recovery = addApp().getFirst();
        password();
        assertThat(location(code(recovery.toUpperCase(Locale.ROOT).replace("-", " ")))).isEqualTo("/");
        assertThat(factors.of(person).orElseThrow().recoveryCodes()).isEqualTo(RecoveryCodes.COUNT - 1);
        assertThat(letters()).isEqualTo(2);

        newBrowser();
        password();
        assertThat(location(code(recovery))).isEqualTo("/second-factor?error=credentials");
        assertThat(jdbc.sql("select count(*) from recovery_code where account_id = ? and position(convert_to(?, 'UTF8') in code_hash) > 0")
                .params(person.id().value(), recovery).query(Integer.class).single()).isZero();
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        addApp();
        byte[] kept = jdbc.sql("select secret from authenticator where account_id = ?").param(person.id().value())
                .query(byte[].class).single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRememberedBrowserIsOneFactorAndStaysRemembered() throws Exception {
        addApp();
        send("/login", Map.of("username", person.email().value(), "password", PASSWORD, "remember-me", "on"));
        send("/login", Map.of("code", next(), "remember-me", "on"));
        String remembered = Objects.requireNonNull(cookie("remember-me"));

        newBrowser();
        HttpCookie cookie = new HttpCookie("remember-me", remembered);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(url("/"), cookie);
        assertThat(location(get("/profile"))).endsWith("/login");
        assertThat(location(code("000000"))).isEqualTo("/second-factor?error=credentials");
        assertThat(cookie("remember-me")).isNotNull();
        assertThat(location(code(later()))).isEqualTo("/profile");
    }

    @Test
    void aNewPasswordIsAskedForItsCodeToo() throws Exception {
        addApp();
        accounts.setPassword(person.id(), "another phrase of words");

        assertThat(location(send("/login", Map.of("username", person.email().value(), "password", "another phrase of words"))))
                .isEqualTo("/second-factor");
    }

    @Test
    void aFirstStepIsNoMoreOnceThePasswordIsAnother() throws Exception {
        addApp();
        password();
        accounts.setPassword(person.id(), "another phrase of words");

        assertThat(location(code(next()))).isEqualTo("/login?error=again");
    }

    @Test
    void whoHasToHaveOneIsNotLetInWithoutAndCannotSkipThePage() throws Exception {
        require(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        assertThat(location(password())).isEqualTo("/second-factor");
        assertThat(location(code(""))).isEqualTo("/second-factor?error=missing");
        assertThat(location(get("/profile"))).endsWith("/login");

        Actor colleague = people.colleague(person, Position.LICENSE_MANAGER);
        accounts.setPassword(colleague.id(), PASSWORD);
        newBrowser();
        assertThat(location(send("/login", Map.of("username", colleague.email().value(), "password", PASSWORD)))).isEqualTo("/");
    }

    @Test
    void whoActsUnderAGrantNeedsOne() {
        require(Set.of(SecondFactorProperties.People.GRANT_HOLDERS));
        Actor distributor = people.distributor(0);
        assertThat(factors.isRequiredOf(person)).isFalse();

        jdbc.sql("""
                insert into license_grant (id, supplier_id, distributor_id, acts, given_by, given_at)
                values (gen_random_uuid(), ?, ?, array['CONNECT'], ?, now())
                """).params(person.companyId().value(), distributor.companyId().value(), distributor.id().value()).update();
        assertThat(factors.isRequiredOf(person)).isTrue();
        assertThat(factors.isRequiredOf(distributor)).isFalse();
    }

    @Test
    void aChangeEndsOtherSessionsAndNotTheOwn() {
        SignedInPerson elsewhere = sessions.begin(person);
        SignedInPerson here = sessions.beginHere(person);
        addApp();

        Account account = stored.findById(person.id()).orElseThrow();
        assertThat(here.isStill(account)).isTrue();
        assertThat(elsewhere.isStill(account)).isFalse();
        assertThat(Mailbox.of(person.email().value()).await("Второй фактор для входа").text()).contains("приложение с кодами");
    }

    @Test
    void whoSignedInLongAgoShowsFirstWhoItIs() {
        SignedInPerson here = sessions.beginHere(person);
        here.proven(clock.instant().minus(Duration.ofMinutes(11)));
        assertThat(fresh.isFresh()).isFalse();
        assertThatThrownBy(this::addApp).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> colleagues.move(person.id(), Position.READER, person)).hasMessage("accounts.fresh.needed");

        assertThatThrownBy(() -> fresh.prove("not that one", person)).isInstanceOf(RefusedException.class);
        fresh.prove(PASSWORD, person);
        addApp();
        here.proven(Instant.EPOCH);
        assertThatThrownBy(() -> fresh.prove(PASSWORD, person)).hasMessage("accounts.fresh.wrongCode");
        fresh.prove(next(), person);
        factors.renewCodes(person);
    }

    @Test
    void aShorterPasswordSufficesWithASecondFactorAndNotWithout() {
        assertThatThrownBy(() -> newPassword("Щ7kхВ2fыQ")).hasMessage("passwords.length");
        addApp();
        newPassword("Щ7kхВ2fыQ");

        assertThatThrownBy(() -> factors.remove(person)).hasMessage("accounts.factor.shortPassword");
        jdbc.sql("update account set short_password = false where id = ?").param(person.id().value()).update();
        factors.remove(person);
        assertThat(factors.of(person)).isEmpty();
    }

    @Test
    void anAdministratorRemovesALostOneAndWithItAPasswordThatIsTooShortAlone() throws Exception {
        addApp();
        newPassword("Щ7kхВ2fыQ");
        Actor administrator = people.colleague(person);
        assertThatThrownBy(() -> colleagues.removeFactor(administrator.id(), administrator)).hasMessage("accounts.factor.ofOthers");
        assertThatThrownBy(() -> colleagues.removeFactor(person.id(), people.colleague(person, Position.READER))).isInstanceOf(RefusedException.class);
        assertThat(colleagues.of(administrator)).filteredOn(Colleague::secondFactor).extracting(Colleague::id).containsExactly(person.id());

        colleagues.removeFactor(person.id(), administrator);

        assertThat(accounts.awaitsPassword(person.id())).isTrue();
        assertThat(factors.of(person)).isEmpty();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void theSalesDepartmentRemovesALostOneWithAReason() throws Exception {
        addApp();
        Actor sales = people.sales();
        operator.removeFactor(person.id(), "потеряла телефон, узнали по голосу", sales);

        assertThat(operator.history(person.companyId(), sales)).extracting(OperatorChange::kind).contains(OperatorChange.Kind.FACTOR_REMOVED);
        assertThat(location(password())).isEqualTo("/");
    }

    @Test
    void whoMustHaveOneCannotSwitchItOff() {
        addApp();
        require(Set.of(SecondFactorProperties.People.EVERYBODY));

        assertThatThrownBy(() -> factors.remove(person)).hasMessage("accounts.factor.required");
    }

    private void require(Set<SecondFactorProperties.People> whom) {
        SecondFactorProperties before = (SecondFactorProperties) Objects.requireNonNull(ReflectionTestUtils.getField(rule, "properties"));
        ReflectionTestUtils.setField(rule, "properties", new SecondFactorProperties(whom, 3, before.key()));
    }

    private List<String> addApp() {
        NewAuthenticator app = factors.begin(person);
        secret = app.secret();
        return factors.add(app, TimedCodes.code(secret, clock.instant().minusSeconds(30)), person);
    }

    /** The code of now, which was not used to add the app. */
    private String next() {
        return TimedCodes.code(secret, clock.instant());
    }

    private String later() {
        return TimedCodes.code(secret, clock.instant().plusSeconds(30));
    }

    private void newPassword(String password) {
        String path = profile.changePassword(PASSWORD, person);
        passwords.set(path.replaceAll(".*token=", ""), password);
    }

    private int letters() {
        return jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'factor-changed'")
                .param(person.email().value()).query(Integer.class).single();
    }

    private HttpResponse<String> password() throws Exception {
        return send("/login", Map.of("username", person.email().value(), "password", PASSWORD));
    }

    private HttpResponse<String> code(String code) throws Exception {
        return send("/login", Map.of("code", code));
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(url(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(url(path)).header("Accept", "text/html, */*").build(), HttpResponse.BodyHandlers.ofString());
    }

    private void newBrowser() {
        cookies = new CookieManager();
        browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replace(url("").toString(), "");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
