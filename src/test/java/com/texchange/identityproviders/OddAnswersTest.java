package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.texchange.common.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a company's server that say nothing that such an answer may say, signed by its key: none is believed, and none is an error of ours. */
@ExtendWith(OutputCaptureExtension.class)
class OddAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DEEP = "[".repeat(20_000);
    private static final String EMAIL = "somebody@example.com";
    /** As the token has it of what the browser was asked with: its hash. */
    private static final String NONCE = hash("said");
    private static final String BACK = "https://exchange.example.com/return";
    private final ProviderProperties properties = new ProviderProperties(Set.of("127.0.0.1:*"), Duration.ofSeconds(5));
    private final HostNames names = new HostNames();
    private final ProviderHttp http = new ProviderHttp(properties, names);
    private final ProviderProtocol protocol = new ProviderProtocol(http, new IdTokenDecoders(http));
    private final Discovery discovery = new Discovery(new ProviderAddress(properties, names), properties, http);
    private final SoftAssertions softly = new SoftAssertions();
    private ForgedServer server;

    @BeforeEach
    void thereIsAServer() throws IOException {
        server = new ForgedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        http.close();
    }

    private OidcUser signIn() {
        ClientRegistration registration = Discovery.builder(JSON.writeValueAsString(server.metadata())).registrationId("company").clientId("client")
                .clientSecret("secret").redirectUri(BACK).scope("openid", "email").build();
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode().clientId("client").authorizationUri(server.issuer() + "/authorize")
                .redirectUri(BACK).state("state").scope("openid").attributes(kept -> kept.put("nonce", "said")).build();
        OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success("code").redirectUri(BACK).state("state").build();
        return (OidcUser) protocol.provider().authenticate(
                new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, answered))).getPrincipal();
    }

    /** @param change as JSON; empty for what is missing @param more at the end of all */
    private void give(Map<String, String> change, String more) {
        long now = Instant.now().getEpochSecond();
        Map<String, String> claims = new LinkedHashMap<>(Map.of("iss", quoted(server.issuer()), "sub", quoted("subject"), "aud", quoted("client"),
                "nonce", quoted(NONCE), "iat", String.valueOf(now), "exp", String.valueOf(now + 60), "email", quoted(EMAIL), "email_verified", "true"));
        claims.putAll(change);
        server.give(server.signed(claims.entrySet().stream().filter(claim -> !claim.getValue().isEmpty())
                .map(claim -> quoted(claim.getKey()) + ":" + claim.getValue()).collect(Collectors.joining(",", "{", more + "}"))));
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private void give(String claim) {
        String name = claim.substring(0, claim.indexOf('='));
        give(Map.of(name, claim.substring(name.length() + 1)), "");
    }

    /** As {@link CompanySignInFilter} takes them for no answer. */
    private static boolean isRefusal(@Nullable Throwable thrown) {
        return thrown instanceof OAuth2AuthenticationException || thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException
                || thrown instanceof ClassCastException;
    }

    private void refused(String what) {
        Throwable thrown = catchThrowable(this::signIn);
        softly.assertThat(isRefusal(thrown)).as("%s: %s", what.substring(0, Math.min(80, what.length())), thrown).isTrue();
    }

    @Test
    void aTokenThatSaysOddThingsIsNotBelieved() {
        give(Map.of(), "");
        assertThat(signIn().getSubject()).as("a right one").isEqualTo("subject");
        for (String claim : List.of("iss=5", "iss=[\"http://127.0.0.1\"]", "iss=null", "sub=null", "sub=", "aud=5", "aud={}", "aud=[null]", "aud=[]", "aud=null",
                "aud=\"Client\"", "aud=[\"client\",\"another\"]", "azp=\"another\"", "azp=5", "azp={}", "nonce=5", "nonce=[]", "nonce={}", "nonce=\"said\"", "exp=-1",
                "exp=\"soon\"", "exp=[]", "exp={}", "exp=true", "exp=null", "iat=\"now\"", "iat={}", "iat=", "iat=1e400", "iat=4102444800", "nbf=4102444800", "nbf=\"later\"",
                "deep=" + DEEP, "deep=" + "{\"a\":".repeat(20_000), "deep=\"" + "y".repeat(300_000) + "\"")) {
            give(claim);
            refused(claim);
        }
        softly.assertAll();
    }

    /** Whether such are believed or not: no more is made of them than what they say, and no error of ours. */
    @Test
    void whatIsBesideTheMatterMayBeOdd() {
        for (String claim : List.of("amr=5", "amr={}", "amr=[null]", "amr=\"mfa\"", "amr=[[\"mfa\"]]", "auth_time=\"x\"", "auth_time=9223372036854775807", "auth_time={}",
                "updated_at=\"x\"", "updated_at=[]", "address=5", "acr={}", "at_hash=5", "preferred_username={}", "phone_number_verified=\"maybe\"", "exp=1e30",
                "exp=9223372036854775807", "iat=-9223372036854775808", "iat=9223372036854775807", "nbf=9223372036854775807", "nbf=-9223372036854775808",
                "email={}", "email=[]", "email=5", "email_verified=\"TRUE\"", "sub={}", "sub=[]", "sub=5")) {
            give(claim);
            Throwable thrown = catchThrowable(() -> {
                OidcUser user = signIn();
                user.getIdToken().getAuthenticationMethods();
                user.getSubject();
            });
            softly.assertThat(thrown == null || isRefusal(thrown)).as("%s: %s", claim, thrown).isTrue();
        }
        softly.assertAll();
    }

    @Test
    void ofNamesThatStandTwiceTheWrongOneIsNotGoneRound() {
        for (String again : List.of("\"nonce\":\"another\"", "\"aud\":\"another\"", "\"iss\":\"http://127.0.0.1:1\"", "\"exp\":1")) {
            give(Map.of(), "," + again);
            refused(again);
        }
        softly.assertAll();
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsNotTaken() {
        server.give(server.signedByItsOwnKey(server.claims("client", NONCE, EMAIL).build()));
        assertThat(catchThrowable(this::signIn)).isInstanceOf(OAuth2AuthenticationException.class);
        assertThat(server.asked("/other-keys")).isZero();
    }

    @Test
    void whatIsAnsweredInPlaceOfATokenIsNone() {
        for (String said : List.of("", "null", "5", "[]", "{}", "{\"access_token\":{}}", "{\"access_token\":[],\"token_type\":\"Bearer\"}", DEEP,
                "{\"access_token\":\"x\",\"token_type\":\"mac\"}", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\",\"id_token\":\"x\"}",
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":9223372036854775807,\"id_token\":\"x\"}",
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":-5,\"id_token\":\"x\"}", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":5}",
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":{}}", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"..\"}",
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c.d.e\"}", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"scope\":5}",
                "{\"access_token\":\"\\u0000\\ud800\",\"token_type\":\"Bearer\",\"id_token\":\"\\u0000\"}", "{\"error\":5}", "{\"error\":\"\\u0000\\n<b>\"}")) {
            server.say("/token", said);
            refused(said);
        }
        softly.assertAll();
    }

    @Test
    void whatIsSaidOddlyBesideTheTokenIsNotBelieved() {
        give(Map.of("email", ""), "");
        for (String said : List.of("", "null", "5", "[]", "{}", "{\"sub\":5}", "{\"sub\":null}", "{\"sub\":[\"subject\"],\"email\":\"x\"}", DEEP,
                "{\"sub\":\"another\",\"sub\":\"Subject\"}", "{\"sub\":\"subject\",\"x\":" + "[".repeat(2_000) + "}")) {
            server.say("/userinfo", said);
            refused(said);
        }
        softly.assertAll();
    }

    @Test
    void keysThatAreNoneVerifyNothing() {
        give(Map.of(), "");
        for (String said : List.of("null", "5", "[]", "{}", "{\"keys\":5}", "{\"keys\":[5]}", "{\"keys\":[{}]}", "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\"}]}", DEEP,
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\",\"kid\":\"own\"}]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQ\",\"kid\":\"own\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\",\"kid\":\"own\"}]}", "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"AA\",\"kid\":\"own\"}]}")) {
            server.say("/keys", said);
            refused(said);
            described(said);
        }
        softly.assertAll();
    }

    @Test
    void aServerThatDescribesItselfOddlyIsRefusedInPlainWordsOrDoesNoHarm() {
        String metadata = JSON.writeValueAsString(server.metadata());
        String right = metadata.substring(0, metadata.length() - 1);
        for (String said : List.of("null", "5", "[]", DEEP, "{\"a\":" + DEEP, "RIGHT}", "RIGHT,\"x\":\"\\u0000\"}", "RIGHT,\"scopes_supported\":5}",
                "RIGHT,\"token_endpoint_auth_methods_supported\":[5]}", "RIGHT,\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]}",
                "RIGHT,\"grant_types_supported\":{}}", "RIGHT,\"issuer\":5}", "RIGHT,\"token_endpoint\":[]}", "RIGHT,\"token_endpoint\":\"https://0x7f000001/\"}",
                "RIGHT,\"token_endpoint\":\"https://0x7f.1/\"}", "RIGHT,\"token_endpoint\":\"https://[::1%25lo]/\"}", "RIGHT,\"token_endpoint\":\"https://4294967297/\"}",
                "RIGHT,\"token_endpoint\":\"https:opaque\"}", "RIGHT,\"token_endpoint\":\"https://exa mple\"}", "RIGHT,\"jwks_uri\":\"jar:https://x!/\"}",
                "RIGHT,\"authorization_endpoint\":\"javascript:alert(1)\"}", "RIGHT,\"authorization_endpoint\":\"https://a.example/\\r\\nX: y\"}",
                "RIGHT,\"id_token_signing_alg_values_supported\":[null,5,{}]}", "RIGHT,\"authorization_response_iss_parameter_supported\":\"yes\"}",
                "RIGHT,\"response_types_supported\":5}", "RIGHT}\u0000", "RIGHT}x", "\uFEFFRIGHT}")) {
            server.say("/.well-known/openid-configuration", said.replace("RIGHT", right));
            described(said);
        }
        softly.assertAll();
    }

    private void described(String what) {
        Throwable thrown = catchThrowable(() -> softly.assertThat(discovery.metadata(server.issuer(), null)).as(what).doesNotContain("\u0000"));
        softly.assertThat(thrown == null || thrown instanceof RefusedException).as("%s: %s", what.substring(0, Math.min(100, what.length())), thrown).isTrue();
    }

    /** It would stand in a header of ours, and in the session of everybody who begins by it. */
    @Test
    void anAddressThatNoBrowserCouldBeLedToIsRefused() {
        Map<String, Object> metadata = server.metadata();
        metadata.put("authorization_endpoint", server.issuer() + "/authorize?hint=" + "x".repeat(100_000));
        server.describe(metadata);
        assertThat(catchThrowable(() -> discovery.metadata(server.issuer(), null))).isInstanceOf(RefusedException.class)
                .hasMessage("identityproviders.refused.longAddress");
    }

    /** The log is read by people, and keeps what it is given. */
    @Test
    void whatAServerSaysIsALineOfNoGreatLengthInTheLog(CapturedOutput log) {
        Map<String, Object> metadata = server.metadata();
        metadata.put("jwks_uri", "http://127.0.0.1:1/" + "x".repeat(100_000));
        server.describe(metadata);
        assertThat(catchThrowable(() -> discovery.metadata(server.issuer(), null))).isInstanceOf(RefusedException.class);
        assertThat(log.getOut().lines().filter(line -> line.contains("was asked in vain")).toList()).hasSize(1)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1_000));
    }
}
