package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.texchange.accounts.OwnSession;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.OneTimeCodes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A company's server, or a page that uses one, cannot take another person's place, nor keep people from signing in. */
@IntegrationTest
class HostileServersIT extends CompanyWithServer {

    private static final String CLIENT = "client";
    private static final int LARGE = 3_072;
    @Autowired
    OwnSessions sessions;
    @Autowired
    SecondFactors factors;
    private final Random random = new Random(1);
    private ForgedServer server;

    @BeforeEach
    void itHasAServer() throws IOException {
        server = new ForgedServer();
        save(false);
        providers.turn(true, administrator);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void save(boolean trustsFactor) {
        providers.save(new ProviderSettings(server.issuer(), CLIENT, "a secret", trustsFactor), administrator);
    }

    private String signIn(Actor person) {
        String asked = browser.led(begin());
        server.give(server.signed(server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), person.email().value()).build()));
        return browser.led(back(asked, ""));
    }

    @Test
    void theProtocolsCodeIsNoneOfASecondStep() {
        Actor another = ofCompany(administrator);
        OneTimeCodes.add(factors, another);
        assertThat(browser.post("/login", Map.of("username", another.email().value(), "password", PASSWORD)).headers().firstValue("Location").orElseThrow())
                .endsWith("/second-factor");

        assertThat(signIn(colleague)).isEqualTo("/");
        assertThat(sessions.of(another)).isEmpty();
        assertThat(sessions.of(colleague)).singleElement().matches(OwnSession::through);
    }

    @Test
    void comingBackAgainAndAgainWithoutASecondStepLocksNobodyOut() {
        OneTimeCodes.add(factors, colleague);
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(colleague)).isEqualTo("/second-factor");
        }
        browser = new SignInBrowser(port);
        assertThat(browser.post("/login", Map.of("username", colleague.email().value(), "password", PASSWORD)).headers().firstValue("Location").orElseThrow())
                .endsWith("/second-factor");
    }

    /** Tokens that name no key would be tried by each. */
    @Test
    void keysThatAreDearToTryByAreNotTried() {
        List<JWK> keys = new ArrayList<>(Stream.generate(() -> key(LARGE - 2)).limit(30).toList());
        keys.add(server.publicKey());
        server.say("/keys", new JWKSet(keys).toString());
        assertThat(signInWithoutNamingAKey()).isEqualTo("/");
    }

    @Test
    void ofManyKeysOnlySomeAreTried() {
        List<JWK> keys = new ArrayList<>(Stream.generate(() -> key(17)).limit(20).toList());
        keys.add(server.publicKey());
        server.say("/keys", new JWKSet(keys).toString());
        assertThat(signInWithoutNamingAKey()).isEqualTo(error(SignInRefusal.NOT_BELIEVED));
        assertThat(signIn(colleague)).isEqualTo("/");
    }

    /** @param exponent its bits */
    private JWK key(int exponent) {
        return new RSAKey.Builder(Base64URL.encode(number(LARGE)), Base64URL.encode(number(exponent))).build();
    }

    private BigInteger number(int bits) {
        return new BigInteger(bits, random).setBit(bits - 1).setBit(0);
    }

    private String signInWithoutNamingAKey() {
        String asked = browser.led(begin());
        server.give(server.signedWithoutNamingTheKey(
                server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), colleague.email().value()).build()));
        return browser.led(back(asked, ""));
    }

    static List<Object> noYes() {
        return List.of(1, List.of("true"), Map.of(), "yes", false);
    }

    @ParameterizedTest
    @MethodSource("noYes")
    void whatIsNoYesVerifiesNoAddress(Object said) {
        assertThat(signInWithVerified(said)).isEqualTo(error(SignInRefusal.NO_ADDRESS));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'COMPANY_SIGN_IN_REFUSED' and :company = any(companies)")
                .param("company", administrator.companyId()).query(Integer.class).single()).isEqualTo(1));
    }

    @Test
    void someServersWriteYesAsAText() {
        assertThat(signInWithVerified("true")).isEqualTo("/");
    }

    /** Administrators read it in the list of who is known. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "a\u2066b", "a\u2028b", "a\u0085b", " "})
    void aNameThatDoesNotStandInALineIsNone(String subject) {
        String asked = browser.led(begin());
        server.give(server.signed(server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), colleague.email().value()).subject(subject).build()));
        assertThat(browser.led(back(asked, ""))).isEqualTo(error(SignInRefusal.NOT_BELIEVED));
        assertThat(providers.people(administrator)).isEmpty();
    }

    private String signInWithVerified(Object said) {
        String asked = browser.led(begin());
        server.give(server.signed(server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), colleague.email().value())
                .claim("email_verified", said).build()));
        return browser.led(back(asked, ""));
    }

    @Test
    void whatTheTokenSaysOfAnAddressIsNoWordForAnotherOne() {
        assertThat(signInByUserInfo(false)).isEqualTo(error(SignInRefusal.NO_ADDRESS));
        assertThat(signInByUserInfo(true)).isEqualTo("/");
    }

    private String signInByUserInfo(boolean verified) {
        String asked = browser.led(begin());
        server.give(server.signed(server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), colleague.email().value())
                .subject("subject").claim("email", null).build()));
        server.say("/userinfo", JsonMapper.builder().build().writeValueAsString(
                Map.of("sub", "subject", "email", colleague.email().value(), "email_verified", verified)));
        return browser.led(back(asked, ""));
    }

    /** It may be a company whose server lets everybody in as somebody else. */
    @Test
    void whoIsLedThereByAnotherSiteIsAskedFirst() {
        String company = administrator.companyId().toString();
        assertThat(browser.ledFromElsewhere(begin())).isEqualTo("/login/company?company=" + company);
        assertThat(browser.ledFromElsewhere(begin() + "?continue=/devices")).isEqualTo("/login/company?continue=%2Fdevices&company=" + company);
        assertThat(browser.get("/login/company?company=" + company).statusCode()).isEqualTo(200);
        assertThat(browser.led(begin())).startsWith(server.issuer());
    }

    /** Any page can have its visitors come back from where they never went. */
    @Test
    void whatWasNeverBegunCostsNobodyATry() {
        for (int i = 0; i < 70; i++) {
            browser.led(providers.redirectAddress(administrator) + "?code=x&state=none");
        }
        assertThat(browser.led(providers.redirectAddress(administrator) + "?code=x&state=none")).isEqualTo(error(SignInRefusal.TOO_MANY_TRIES));
        assertThat(signIn(colleague)).isEqualTo("/");
    }

    @Test
    void sessionsWithoutASecondFactorEndWhenTheServersWordForItIsBelievedNoLonger() {
        save(true);
        assertThat(signIn(colleague)).isEqualTo("/");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
        save(false);
        assertThat(browser.led("/profile")).endsWith("/login");
        assertThat(providers.people(administrator)).hasSize(1);
    }

    @Test
    void addressesAreAskedAsTheServerWritesThem() {
        Map<String, Object> metadata = server.metadata();
        metadata.put("token_endpoint", server.issuer() + "/to%25ken");
        server.describe(metadata);
        server.answer("/to%ken", exchange -> {
            byte[] body = "{\"error\": \"invalid_grant\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
        });
        providers.check(administrator);
        assertThat(server.asked("/to%ken")).isEqualTo(1);
    }

    @Test
    void aHostIsUnderstoodInItsOwnLettersAndShownSo() {
        jdbc.sql("update identity_provider set issuer = 'https://xn--b1ae3a1a.xn--p1ai:8443/realm' where company_id = :company")
                .param("company", administrator.companyId().value()).update();
        assertThat(providers.of(administrator)).get().extracting(ProviderInfo::issuer).isEqualTo("https://вход.рф:8443/realm");

        // The secret was entered for this server alone, however its name is written. None of these is asked for.
        refused("https://выход.рф:8443/realm", "", "secret");
        refused("https://вход", "", "host");
        refused("https://вх_од.рф", "", "host");
        refused("https://вход.рф/Личный кабинет", "a secret", "address");
        refused("https://вход.рф/Вход", "a secret", "script");
        refused("https://меня@вход.рф", "a secret", "script");
    }

    private void refused(String issuer, String secret, String why) {
        assertThatThrownBy(() -> providers.save(new ProviderSettings(issuer, CLIENT, secret, false), administrator)).as(issuer)
                .hasMessage("identityproviders.refused." + why);
    }

    @Test
    void aPortThatThereIsNotIsNoAddress() {
        assertThatThrownBy(() -> providers.save(new ProviderSettings("https://login.example.com:99999", CLIENT, "a secret", false), administrator))
                .hasMessage("identityproviders.refused.address");
    }
}
