package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.testing.IntegrationTest;
import jakarta.servlet.http.Cookie;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Sign-in as a browser sees it. */
@IntegrationTest
class SignInIT {

    private static final String PASSWORD = "a phrase of words";
    @LocalServerPort
    int port;
    @Autowired
    Accounts accounts;
    @Autowired
    RememberedBrowsers browsers;
    @Autowired
    JdbcClient jdbc;
    private final String email = "eve-" + UUID.randomUUID() + "@example.com";
    private CookieManager cookies = new CookieManager();
    private HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void openAccount() {
        AccountInfo account = accounts.open(new NewAccount(new EmailAddress(email), "Eve", null, Set.of(Role.SALES),
                Languages.ENGLISH));
        accounts.setPassword(account.id(), PASSWORD);
    }

    @Test
    void theRightPasswordLeadsHomeInANewSession() throws Exception {
        get("/login");
        String before = cookie("JSESSIONID");

        assertThat(location(signIn(Map.of()))).isEqualTo("/");
        assertThat(cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(cookie("remember-me")).isNull();
    }

    @Test
    void aShorterPasswordOfAnEarlierRuleStaysGood() throws Exception {
        accounts.setPassword(accounts.find(new EmailAddress(email)).orElseThrow().id(), "password1234");

        assertThat(location(signIn(Map.of("password", "password1234")))).isEqualTo("/");
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndNoneAtAllAreAnsweredAlike() throws Exception {
        assertThat(location(signIn(Map.of("password", "wrong")))).isEqualTo("/login?error=credentials");
        assertThat(location(signIn(Map.of("username", "nobody@example.com")))).isEqualTo("/login?error=credentials");
        assertThat(location(signIn(Map.of("username", "", "password", "")))).isEqualTo("/login?error=credentials");
    }

    @Test
    void whoComesInOrNotAndLeavesIsRecordedWithTheAddressItCameFrom() throws Exception {
        browser = stranger(63, cookies);
        signIn(Map.of("password", "wrong"));
        signIn(Map.of());

        await().untilAsserted(() -> assertThat(jdbc.sql("""
                select kind || ' ' || source || ' ' || coalesce(actor_id::text, actor) from audit_entry
                where subject_id = :id and kind not in ('ACCOUNT_OPENED', 'PASSWORD_SET') order by id
                """).param("id", accounts.find(new EmailAddress(email)).orElseThrow().id().toString()).query(String.class).list())
                .contains("SIGN_IN_REFUSED 127.0.0.63 " + email,
                        "SIGNED_IN 127.0.0.63 " + accounts.find(new EmailAddress(email)).orElseThrow().id()));
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() throws Exception {
        browser = stranger(24, cookies);
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            signIn(Map.of("password", "wrong"));
        }

        assertThat(location(signIn(Map.of()))).isEqualTo("/login?error=locked");
        await().untilAsserted(() -> assertThat(recorded()).contains("SIGN_IN_LOCKED"));
    }

    @Test
    void othersWrongPasswordsDoNotLockTheOwnersBrowserOut() throws Exception {
        signIn(Map.of());
        assertThat(cookie("known-browser")).matches("[A-Za-z0-9_-]{43}");
        assertThat(jdbc.sql("select count(*) from known_browser where secret_hash = sha256(?::bytea)")
                .param(cookie("known-browser").getBytes(StandardCharsets.UTF_8)).query(Integer.class).single()).isEqualTo(1);
        HttpClient owner = browser;
        browser = stranger(21, new CookieManager());
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i++) {
            signIn(Map.of("password", "wrong"));
        }
        assertThat(location(signIn(Map.of()))).isEqualTo("/login?error=locked");

        browser = owner;
        assertThat(location(signIn(Map.of()))).isEqualTo("/");
    }

    /** Neither do pages stop nor is anything hashed past what one source may try; see {@code PasswordHashingTest} too. */
    @Test
    void sixtyWrongPasswordsOfOneSourceAtOnceAreMostlyNotLookedAt() throws Exception {
        browser = stranger(22, new CookieManager());
        List<CompletableFuture<String>> answers = IntStream.range(0, 60).mapToObj(i -> browser.sendAsync(
                form("/login", Map.of("username", i + email, "password", "wrong")).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(this::location)).toList();
        browser = stranger(23, cookies);
        assertThat(get("/login").statusCode()).isEqualTo(200);
        assertThat(location(signIn(Map.of("password", "wrong")))).isIn("/login?error=credentials", "/login?error=busy");

        Map<String, Long> counts = answers.stream().map(CompletableFuture::join)
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
        assertThat(counts.keySet()).isSubsetOf("/login?error=credentials", "/login?error=busy", "/login?error=source");
        // While they run, the source gets one or two more.
        assertThat(counts.get("/login?error=credentials")).isBetween(1L, TryBudget.SOURCE.atOnce() + 5L);
    }

    @Test
    void goesOnToThePageThatTheFormNamesEvenAfterAMistake() throws Exception {
        Map<String, String> join = Map.of("continue", "/join?invite=a%2Bb");
        assertThat(location(signIn(Map.of("continue", "/join?invite=a%2Bb", "password", "wrong"))))
                .isEqualTo("/login?continue=%2Fjoin%3Finvite%3Da%252Bb&error=credentials");

        assertThat(location(signIn(join))).isEqualTo("/join?invite=a%2Bb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example"})
    void neverGoesToAnotherHost(String target) throws Exception {
        assertThat(location(signIn(Map.of("continue", target)))).isEqualTo("/");
        assertThat(location(signIn(Map.of("Saved-url", target)))).isEqualTo("/");
        assertThat(location(signIn(Map.of("continue", target, "password", "wrong"))))
                .isEqualTo("/login?error=credentials");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://localhost/exchange/distributors?q=%D0%90 | /login?continue=%2Fexchange%2Fdistributors%3Fq%3D%25D0%2590&ended=1
            https://other.example/profile                   | /login?continue=%2Fprofile&ended=1
            http://localhost//evil.example                  | /login?ended=1
            not an address                                  | /login?ended=1
            ''                                              | /login?ended=1
            """)
    void aPageThatFindsItsSessionEndedIsLedToSignInAndBack(String page, String expected) throws Exception {
        assertThat(location(browser.send(HttpRequest.newBuilder(url(SignIn.SESSION_OVER)).header("Referer", page).build(),
                HttpResponse.BodyHandlers.ofString()))).isEqualTo(expected);
    }

    @Test
    void aRememberedBrowserIsSignedInWithoutItsSession() throws Exception {
        signIn(Map.of("remember-me", "on"));
        String token = cookie("remember-me");
        assertThat(token).isNotNull();
        assertThat(remembered()).isEqualTo(1);

        newSessionWith(token);
        HttpResponse<String> page = get("/unknown-page");
        assertThat(page.statusCode()).isNotEqualTo(302);
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("remember-me=") && !cookie.startsWith("remember-me=" + token)
                        && cookie.contains("HttpOnly"));
    }

    /** Four tabs that a browser restores at once. */
    @Test
    void severalPagesAtOnceOfARememberedBrowserAllComeIn() throws Exception {
        signIn(Map.of("remember-me", "on"));
        String token = cookie("remember-me");
        List<HttpClient> tabs = IntStream.range(0, 4).mapToObj(i -> remembering(token)).toList();
        List<CompletableFuture<HttpResponse<String>>> answers = tabs.stream().map(tab -> tab.sendAsync(
                HttpRequest.newBuilder(url("/unknown-page")).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString())).toList();

        assertThat(answers.stream().map(CompletableFuture::join)).allSatisfy(page -> assertThat(page.statusCode()).isNotEqualTo(302));
        assertThat(answers.stream().map(CompletableFuture::join).filter(page -> page.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("remember-me=")))).hasSize(1);
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void aTokenOfLongAgoEndsItsBrowserAndAllSessionsButNoOtherBrowserAndIsTold() throws Exception {
        signIn(Map.of("remember-me", "on"));
        String other = cookie("remember-me");
        browser = HttpClient.newBuilder().cookieHandler(cookies = new CookieManager()).build();
        signIn(Map.of("remember-me", "on"));
        String copied = cookie("remember-me");
        newSessionWith(copied);
        get("/unknown-page");
        HttpClient owner = browser;
        jdbc.sql("update remembered_browser set replaced_at = now() - interval '2 minutes' where replaced_at is not null").update();

        for (int i = 0; i < 2; i++) {
            newSessionWith(copied);
            assertThat(location(get("/unknown-page"))).endsWith("/login");
        }

        browser = owner;
        assertThat(location(get("/unknown-page"))).endsWith("/login");
        assertThat(remembered()).isEqualTo(1);
        newSessionWith(other);
        assertThat(get("/unknown-page").statusCode()).isNotEqualTo(302);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'browser-stolen'").param(email)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(recorded()).containsOnlyOnce("BROWSER_STOLEN");
    }

    @Test
    void signingOutEndsTheOneBrowser() throws Exception {
        signIn(Map.of("remember-me", "on"));
        String other = cookie("remember-me");
        browser = HttpClient.newBuilder().cookieHandler(cookies = new CookieManager()).build();
        signIn(Map.of("remember-me", "on"));
        String mine = cookie("remember-me");

        browsers.logout(withCookie(mine), new MockHttpServletResponse(), null);
        browsers.logout(withCookie("nonsense"), null, null);

        newSessionWith(mine);
        assertThat(location(get("/unknown-page"))).endsWith("/login");
        newSessionWith(other);
        assertThat(get("/unknown-page").statusCode()).isNotEqualTo(302);
    }

    @Test
    void theDatabaseHoldsNoTokenOfARememberedBrowser() throws Exception {
        signIn(Map.of("remember-me", "on"));
        String[] pair = new String(Base64.getDecoder().decode(cookie("remember-me")), StandardCharsets.UTF_8).split(":");

        assertThat(jdbc.sql("select count(*) from remembered_browser where series_hash = sha256(?::bytea) and token_hash = sha256(?::bytea)")
                .param(pair[0].getBytes(StandardCharsets.UTF_8)).param(pair[1].getBytes(StandardCharsets.UTF_8))
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anotherPasswordEndsTheSessionsThatBeganWithTheFormer() throws Exception {
        signIn(Map.of());
        assertThat(get("/unknown-page").statusCode()).isNotEqualTo(302);

        accounts.setPassword(accounts.find(new EmailAddress(email)).orElseThrow().id(), "another phrase of words");

        assertThat(location(get("/unknown-page"))).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update account set enabled = false where email = ?",
        "delete from account_role where account = (select id from account where email = ?)"})
    void whoIsSwitchedOffOrHasLostARoleIsSignedInNoLonger(String sql) throws Exception {
        signIn(Map.of());

        jdbc.sql(sql).param(email).update();

        assertThat(location(get("/unknown-page"))).endsWith("/login");
    }

    @Test
    void aRoleMoreAndAnotherLanguageEndNoSession() throws Exception {
        signIn(Map.of());

        accounts.open(new NewAccount(new EmailAddress(email), "Eve", null, Set.of(Role.PROCESS_MANAGER), Languages.ENGLISH));
        accounts.chooseLanguage(accounts.find(new EmailAddress(email)).orElseThrow().id(), Languages.RUSSIAN);

        assertThat(get("/unknown-page").statusCode()).isNotEqualTo(302);
    }

    /** The remembered browser comes in anew, with the rights of now. */
    @Test
    void aRememberedBrowserThatHasLostARoleStaysSignedInWithoutIt() throws Exception {
        signIn(Map.of("remember-me", "on"));

        jdbc.sql("delete from account_role where account = (select id from account where email = ?)").param(email).update();

        String before = cookie("JSESSIONID");
        assertThat(get("/unknown-page").statusCode()).isNotEqualTo(302);
        assertThat(cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void refusesAFormThatAnotherSiteSends() throws Exception {
        HttpRequest foreign = form("/login", Map.of("username", email, "password", PASSWORD))
                .header("Sec-Fetch-Site", "cross-site").build();

        assertThat(browser.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void asksStrangersToSignInExceptOnPublicPages() throws Exception {
        assertThat(location(get("/unknown-page"))).endsWith("/login");
        assertThat(get("/login").statusCode()).isEqualTo(200);
        assertThat(get("/forgot-password").statusCode()).isEqualTo(200);
        assertThat(get("/set-password?token=x").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> signIn(Map<String, String> changes) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of("username", email, "password", PASSWORD));
        fields.putAll(changes);
        return browser.send(form("/login", fields).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Somebody at another address of this machine: all tests share the source of the others. */
    private static HttpClient stranger(int address, CookieManager cookies) throws Exception {
        return HttpClient.newBuilder().cookieHandler(cookies).localAddress(InetAddress.getByName("127.0.0." + address)).build();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(url(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(url(path)).header("Accept", "text/html, */*").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static MockHttpServletRequest withCookie(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("remember-me", value));
        return request;
    }

    private HttpClient remembering(String rememberMe) {
        newSessionWith(rememberMe);
        return browser;
    }

    private void newSessionWith(String rememberMe) {
        cookies = new CookieManager();
        HttpCookie cookie = new HttpCookie("remember-me", rememberMe);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(url("/"), cookie);
        browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replace(url("").toString(), "");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    private int remembered() {
        return jdbc.sql("select count(*) from remembered_browser join account a on a.id = account_id where a.email = ?").param(email)
                .query(Integer.class).single();
    }

    /** About the account. */
    private List<String> recorded() {
        return jdbc.sql("select kind from audit_entry where subject_id = ?")
                .param(accounts.find(new EmailAddress(email)).orElseThrow().id().toString()).query(String.class).list();
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
