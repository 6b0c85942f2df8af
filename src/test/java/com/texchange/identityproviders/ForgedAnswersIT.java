package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.texchange.accounts.InstallationKey;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a server must not get away with, when it is set up and when somebody signs in. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ForgedAnswersIT extends CompanyWithServer {

    private static final String SECRET = "a secret that nobody shall read";
    @Autowired
    ProviderRows rows;
    @Autowired
    InstallationKey key;
    private ForgedServer server;
    private String email = "";

    @BeforeEach
    void aCompanyHasSuchAServer() throws IOException {
        server = new ForgedServer();
        email = colleague.email().value();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void save(String issuer) {
        providers.save(new ProviderSettings(issuer, "client", SECRET, false), administrator);
    }

    private void set() {
        save(server.issuer());
        providers.turn(true, administrator);
    }

    /** Begins, has the server give a token, and comes back. */
    private String signIn(Function<JWTClaimsSet.Builder, String> token, String more) {
        String asked = browser.led(begin());
        server.give(token.apply(server.claims("client", SignInBrowser.parameter(asked, "nonce"), email)));
        return browser.led(back(asked, more));
    }

    private String signIn(Consumer<JWTClaimsSet.Builder> change) {
        return signIn(claims -> {
            change.accept(claims);
            return server.signed(claims.build());
        }, "");
    }

    @Test
    void aRightTokenLetsInAndTheRequestIsAsItShouldBe() {
        set();
        String asked = browser.led(begin());
        assertThat(asked).startsWith(server.issuer() + "/authorize?response_type=code").contains("code_challenge_method=S256")
                .contains("scope=openid%20email");
        assertThat(SignInBrowser.parameter(asked, "nonce")).hasSizeGreaterThan(40);
        assertThat(SignInBrowser.parameter(asked, "redirect_uri")).isEqualTo(providers.redirectAddress(administrator));
        assertThat(signIn(claims -> { })).isEqualTo("/");
    }

    @Test
    void noTokenIsBelievedThatIsNotForThisSignInByThisServer(CapturedOutput log) {
        set();
        Map<String, Consumer<JWTClaimsSet.Builder>> forged = new HashMap<>(Map.of("issuer", claims -> claims.issuer("http://127.0.0.1:1"),
                "audience", claims -> claims.audience("another"), "nonce", claims -> claims.claim("nonce", "another"),
                "no nonce", claims -> claims.claim("nonce", null), "expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(180))),
                "not yet", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600))), "no end", claims -> claims.expirationTime(null),
                "for others too", claims -> claims.audience(List.of("client", "another")), "nobody", claims -> claims.subject(null),
                "long", claims -> claims.subject("x".repeat(256))));
        forged.forEach((what, change) -> assertThat(signIn(change)).as(what).isEqualTo(error(SignInRefusal.NOT_BELIEVED)));
        Map<String, BiFunction<ForgedServer, JWTClaimsSet, String>> signed = Map.of("unsigned", (by, claims) -> ForgedServer.unsigned(claims),
                "by another key", ForgedServer::signedByAnother, "by the public key", ForgedServer::signedByPublicKey,
                "no token", (by, claims) -> "nonsense", "cut", (by, claims) -> by.signed(claims).replaceFirst("[.][^.]*$", "."));
        signed.forEach((what, sign) -> assertThat(signIn(claims -> sign.apply(server, claims.build()), "")).as(what)
                .isEqualTo(error(SignInRefusal.NOT_BELIEVED)));
        assertThat(signIn(claims -> server.signed(claims.build()), "&iss=https%3A%2F%2Fanother.example.com"))
                .isEqualTo(error(SignInRefusal.NOT_BELIEVED));

        assertThat(jdbc.sql("select count(*) from person_session where account_id = :id").param("id", people.actor(email).id())
                .query(Integer.class).single()).isZero();
        assertThat(log.getOut().lines().filter(line -> line.contains("Sign-in through 127.0.0.1 refused"))).hasSize(16);
        assertThat(log.getOut()).doesNotContain("\tat org.springframework.security").doesNotContain(SECRET);
        await().untilAsserted(() -> assertThat(jdbc.sql("""
                select sum(times) from audit_entry where kind = 'COMPANY_SIGN_IN_REFUSED' and :company = any(companies)
                """).param("company", administrator.companyId()).query(Integer.class).optional()).hasValueSatisfying(times -> assertThat(times).isPositive()));
    }

    @Test
    void aServerThatAlwaysTellsItsNameIsNotMeantWhereTheNameIsMissing() {
        Map<String, Object> metadata = server.metadata();
        metadata.put("authorization_response_iss_parameter_supported", true);
        server.describe(metadata);
        set();
        assertThat(signIn(claims -> { })).isEqualTo(error(SignInRefusal.NOT_BELIEVED));
        assertThat(signIn(claims -> server.signed(claims.build()), "&iss=" + URLEncoder.encode(server.issuer(), StandardCharsets.UTF_8)))
                .isEqualTo("/");
    }

    @Test
    void aServerThatIsSilentSlowOrWillNotStopIsGivenUp(CapturedOutput log) {
        set();
        Map<String, ForgedServer.Answer> answers = Map.of(
                "error", exchange -> exchange.sendResponseHeaders(500, -1),
                "html", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
                },
                "redirect", exchange -> {
                    exchange.getResponseHeaders().set("Location", server.issuer() + "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                },
                "3 MB", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(("{\"x\":\"" + "y".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
                },
                "a byte now and then", this::drip);
        answers.forEach((what, answer) -> {
            String asked = browser.led(begin());
            server.answer("/token", answer);
            Instant begun = Instant.now();
            assertThat(browser.led(back(asked, ""))).as(what)
                    .isEqualTo(error(SignInRefusal.SERVER_SILENT));
            assertThat(Duration.between(begun, Instant.now())).as(what).isLessThan(Duration.ofSeconds(12));
        });
        assertThat(server.asked("/elsewhere")).isZero();
        assertThat(log.getOut()).doesNotContain("\tat org.springframework.security");

        String asked = browser.led(begin());
        server.close();
        assertThat(browser.led(back(asked, ""))).isEqualTo(error(SignInRefusal.SERVER_SILENT));
    }

    /** Longer than anybody waits, were it not given up. */
    private void drip(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        Instant end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    @Test
    void theAddressMayBeToldBesideTheTokenOfTheSamePersonAlone() {
        set();
        server.say("/userinfo", "{\"sub\": \"somebody else\", \"email\": \"" + email + "\", \"email_verified\": true}");
        assertThat(signIn(claims -> claims.claim("email", null))).isEqualTo(error(SignInRefusal.NOT_BELIEVED));
        server.say("/userinfo", "{\"sub\": \"subject of " + email + "\", \"email\": \"" + email + "\", \"email_verified\": true}");
        assertThat(signIn(claims -> claims.claim("email", null))).isEqualTo("/");
    }

    @Test
    void addressesAreComparedInTheOneFormThatTheyHave() {
        set();
        assertThat(signIn(claims -> claims.claim("email", email.toUpperCase(java.util.Locale.ROOT)))).isEqualTo("/");
    }

    @Test
    void whatCannotBeUsedIsToldWhenItIsSetUpAndNothingIsKept() {
        Map<String, String> addresses = Map.ofEntries(Map.entry("nonsense", "address"), Map.entry("https://", "address"),
                Map.entry("https://me@127.0.0.1", "address"), Map.entry("https://127.0.0.1/#x", "address"),
                Map.entry("http://example.com", "https"), Map.entry("ftp://127.0.0.1", "https"), Map.entry("https://localhost", "inner"),
                Map.entry("https://127.0.0.2", "inner"), Map.entry("https://10.0.0.1", "inner"), Map.entry("https://169.254.169.254", "inner"),
                Map.entry("https://[::1]", "inner"), Map.entry("https://2130706434", "inner"), Map.entry("https://[::ffff:10.0.0.1]", "inner"),
                // Too long for any name, so that no resolver is asked that would answer everything.
                Map.entry("https://" + "x".repeat(64) + ".example.com", "unknownHost"), Map.entry(server.issuer() + "/other", "status"),
                Map.entry(server.issuer() + "/", "otherIssuer"));
        addresses.forEach((address, why) -> {
            jdbc.sql("delete from try_budget where budget = 'SERVERS'").update();
            assertThatThrownBy(() -> save(address)).as(address).hasMessage("identityproviders.refused." + why);
        });
        assertThat(providers.of(administrator)).isEmpty();
    }

    @Test
    void whatSpeaksNoTlsIsNotSpokenTo() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket line = plain.accept()) {
                    line.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            });
            assertThatThrownBy(() -> save("https://127.0.0.1:" + plain.getLocalPort())).hasMessage("identityproviders.refused.certificate");
        }
    }

    @Test
    void whatTheServerSaysOfItselfIsLookedAt() {
        said("incomplete", metadata -> metadata.remove("jwks_uri"));
        said("incomplete", metadata -> metadata.remove("issuer"));
        said("inner", metadata -> metadata.put("token_endpoint", "https://10.0.0.1/token"));
        said("inner", metadata -> metadata.put("jwks_uri", "https://[fe80::1]/keys"));
        said("inner", metadata -> metadata.put("userinfo_endpoint", "https://192.168.0.1/me"));
        said("https", metadata -> metadata.put("authorization_endpoint", "http://example.com/authorize"));
        said("unsigned", metadata -> metadata.put("id_token_signing_alg_values_supported", List.of("none", "HS256")));
        said("otherIssuer", metadata -> metadata.put("issuer", server.issuer() + "/other"));
        server.say("/.well-known/openid-configuration", "<html>");
        assertThatThrownBy(this::set).hasMessage("identityproviders.refused.incomplete");
        server.say("/.well-known/openid-configuration", "{\"x\": \"" + "y".repeat(3_000_000) + "\"}");
        assertThatThrownBy(this::set).hasMessage("identityproviders.refused.tooLong");
        server.answer("/.well-known/openid-configuration", this::drip);
        assertThatThrownBy(this::set).hasMessage("identityproviders.refused.slow");
        server.answer("/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(this::set).hasMessage("identityproviders.refused.redirect");
        server.describe(server.metadata());
        server.say("/keys", "{\"keys\": []}");
        assertThatThrownBy(this::set).hasMessage("identityproviders.refused.noKeys");
        String issuer = server.issuer();
        server.close();
        assertThatThrownBy(() -> save(issuer)).hasMessage("identityproviders.refused.unreachable");
        assertThat(providers.of(administrator)).isEmpty();
    }

    private void said(String why, Consumer<Map<String, Object>> change) {
        Map<String, Object> metadata = server.metadata();
        change.accept(metadata);
        server.describe(metadata);
        assertThatThrownBy(this::set).as(metadata.toString()).hasMessage("identityproviders.refused." + why);
    }

    @Test
    void aSecretIsKeptEncryptedShownToNobodyAndSentWhereItWasEnteredFor() {
        set();
        StoredProvider stored = rows.find(administrator.companyId()).orElseThrow();
        assertThat(new String(stored.clientSecret(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(key.decrypt(StoredProvider.owner(administrator.companyId()), stored.clientSecret())).asString(StandardCharsets.UTF_8).isEqualTo(SECRET);
        assertThatThrownBy(() -> key.decrypt(StoredProvider.owner(people.supplier().companyId()), stored.clientSecret()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored.toString() + providers.of(administrator) + new ProviderSettings("", "", SECRET, false)).doesNotContain(SECRET);

        providers.save(new ProviderSettings(server.issuer(), "client", "", true), administrator);
        assertThat(rows.find(administrator.companyId()).orElseThrow().clientSecret()).isEqualTo(stored.clientSecret());
        assertThatThrownBy(() -> providers.save(new ProviderSettings("https://example.com", "client", "", true), administrator))
                .hasMessage("identityproviders.refused.secret");
        assertThatThrownBy(() -> providers.save(new ProviderSettings(server.issuer(), "another", "", true), administrator))
                .hasMessage("identityproviders.refused.secret");
    }

    @Test
    void theCheckAsksWhetherTheServerKnowsTheApplication() throws IOException {
        set();
        answer(400, "invalid_grant");
        providers.check(administrator);
        answer(401, "invalid_client");
        assertThatThrownBy(() -> providers.check(administrator)).hasMessage("identityproviders.refused.client");
        answer(400, "invalid_scope");
        assertThatThrownBy(() -> providers.check(administrator)).hasMessage("identityproviders.refused.answer");
        try (CompanyServer real = CompanyServer.start()) {
            CompanyServer.Client client = real.register(providers.redirectAddress(administrator));
            providers.save(new ProviderSettings(real.issuer(), client.id(), client.secret(), false), administrator);
            providers.check(administrator);
            providers.save(new ProviderSettings(real.issuer(), client.id(), "wrong", false), administrator);
            assertThatThrownBy(() -> providers.check(administrator)).hasMessage("identityproviders.refused.client");
        }
    }

    private void answer(int status, String error) {
        server.answer("/token", exchange -> {
            byte[] body = ("{\"error\": \"" + error + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @Test
    void onlyAdministratorsLookAfterItAndAllOfThemAreTold() {
        Actor second = people.colleague(administrator, Position.ADMINISTRATOR);
        Actor reader = people.colleague(administrator, Position.READER);
        set();
        assertThatThrownBy(() -> providers.of(reader)).hasMessage(Actor.ADMINISTRATORS_ONLY);
        assertThatThrownBy(() -> providers.remove(reader)).hasMessage(Actor.ADMINISTRATORS_ONLY);
        assertThat(providers.signInAddress(reader)).isPresent();
        for (Actor told : List.of(administrator, second)) {
            Mailbox.of(told.email().value()).await("Изменён вход в кабинет компании");
        }
    }

    @Test
    void nobodyLooksAroundByIt() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> save("https://127.0.0.2")).hasMessage("identityproviders.refused.inner");
        }
        assertThatThrownBy(() -> save("https://127.0.0.2")).hasMessage("identityproviders.refused.tooOften");
    }
}
