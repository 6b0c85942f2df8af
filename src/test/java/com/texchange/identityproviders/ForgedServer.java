package com.texchange.identityproviders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A server that does what no server should: it answers whatever a test says. */
final class ForgedServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOST = "127.0.0.1";
    private final HttpServer server;
    private final RSAKey key = key();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    ForgedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        say("/.well-known/openid-configuration", JSON.writeValueAsString(metadata()));
        say("/keys", new JWKSet(key.toPublicJWK()).toString());
    }

    /** Writes an answer. */
    interface Answer {
        void write(HttpExchange exchange) throws IOException;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("own").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String issuer() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    Map<String, Object> metadata() {
        return new HashMap<>(Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys", "userinfo_endpoint", issuer() + "/userinfo", "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    void describe(Map<String, Object> metadata) {
        say("/.well-known/openid-configuration", JSON.writeValueAsString(metadata));
    }

    /** How often something was asked for. */
    long asked(String path) {
        synchronized (asked) {
            return asked.stream().filter(path::equals).count();
        }
    }

    void say(String path, String json) {
        answer(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    void answer(String path, Answer answer) {
        synchronized (answers) {
            answers.put(path, answer);
        }
    }

    /** Does something first, once, while whoever asks waits. */
    void before(String path, Runnable first) {
        synchronized (answers) {
            Answer then = answers.get(path);
            answers.put(path, exchange -> {
                answer(path, then);
                first.run();
                then.write(exchange);
            });
        }
    }

    /** The token endpoint's answer. */
    void give(String idToken) {
        say("/token", JSON.writeValueAsString(Map.of("access_token", "x", "token_type", "Bearer", "expires_in", 60, "id_token", idToken)));
    }

    /** What a right one says; tests change it. */
    JWTClaimsSet.Builder claims(String clientId, String nonce, String email) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer()).subject("subject of " + email).audience(clientId).claim("nonce", nonce)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60))).claim("email", email).claim("email_verified", true);
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key, "own");
    }

    String signedByAnother(JWTClaimsSet claims) {
        return signed(claims, key(), "own");
    }

    String signedWithoutNamingTheKey(JWTClaimsSet claims) {
        return signed(claims, key, null);
    }

    /** Whatever it says, be it no claims at all. */
    String signed(String text) {
        return signed(text, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").build(), key);
    }

    /** By a key that the token brings along, and that nobody has heard of; its name and the address of its set lead there, too. */
    String signedByItsOwnKey(JWTClaimsSet claims) {
        RSAKey another = key();
        return signed(claims.toString(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwk(another.toPublicJWK())
                .jwkURL(URI.create(issuer() + "/other-keys")).x509CertURL(URI.create(issuer() + "/other-keys")).build(), another);
    }

    private static String signed(String text, JWSHeader header, RSAKey by) {
        try {
            JWSObject token = new JWSObject(header, new Payload(text));
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    JWK publicKey() {
        return key.toPublicJWK();
    }

    private static String signed(JWTClaimsSet claims, RSAKey by, @Nullable String name) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build(), claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** By what is no secret: the public key, taken for a shared one. */
    String signedByPublicKey(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("own").build(), claims);
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            synchronized (asked) {
                asked.add(path);
            }
            Answer answer;
            synchronized (answers) {
                answer = answers.get(path);
            }
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer.write(exchange);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
