package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.EndedSessions;
import com.texchange.testing.IntegrationTest;
import com.vaadin.flow.component.UI;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages are told things by a connection at which nobody listens to what comes back. */
@IntegrationTest
class PushConnectionsIT {

    private static final int WITHIN_A_FRAME = 4_000;
    private static final int PATIENCE_MILLIS = 20_000;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ByteBuffer> seen = new CompletableFuture<>();
    @LocalServerPort
    int port;
    @Autowired
    EndedSessions sessions;
    private String page = "";
    private UI ui;

    @BeforeEach
    void aStrangerHasAPageOpen() throws IOException, InterruptedException {
        page = browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?v-r=init&location=login&query="))
                .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString()).body();
        String key = found("\"Vaadin-Security-Key\":\"([^\"]+)\"");
        ui = sessions.open().stream().map(session -> {
            session.lock();
            try {
                return session.getUIs().stream().filter(one -> key.equals(one.getCsrfToken())).findFirst();
            } finally {
                session.unlock();
            }
        }).flatMap(Optional::stream).findFirst().orElseThrow();
    }

    @Test
    void callsAreNotHeardNorPartsOfThemKept() {
        WebSocket line = connect();
        line.sendText(counted("{\"csrfToken\":\"another\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"), true).join();
        for (int i = 0; i < 50; i++) {
            line.sendText((i == 0 ? "100000000|" : "") + "x".repeat(WITHIN_A_FRAME), true).join();
        }
        line.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        seen.join();

        ui.access(() -> ui.getPage().setTitle("told all the same"));
        await().untilAsserted(() -> assertThat(told).anyMatch(text -> text.contains("told all the same")));
        assertThat(told).noneMatch(text -> text.contains("\"refresh\"") || text.contains("appError"));
        assertThat(line.isInputClosed()).isFalse();
        assertThat(ui.getInternals().getPushConnection()).extracting("incomingMessage").isNull();
        line.abort();
    }

    /** The client of the JDK keeps them for itself. */
    @Test
    void theAnswerThatOpensItHasTheHeadersOfAll() throws IOException {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(PATIENCE_MILLIS);
            line.getOutputStream().write(("GET " + address() + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: JSESSIONID=" + session() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            List<String> head = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII)).lines()
                    .takeWhile(one -> !one.isEmpty()).toList();

            assertThat(head.getFirst()).startsWith("HTTP/1.1 101");
            assertThat(head).contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin",
                    "Cross-Origin-Opener-Policy: same-origin").anyMatch(one -> one.startsWith("Content-Security-Policy: "));
        }
    }

    /** Neither a session nor what holds it would count it, and nothing would end it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "JSESSIONID=another"})
    void whoHasNoSessionIsToldSoAndTheConnectionEnds(String cookie) {
        assertThat(ended(address(), cookie)).succeedsWithin(Duration.ofMillis(PATIENCE_MILLIS));
        assertThat(told).anyMatch(text -> text.contains("sessionExpired"));
    }

    @Test
    void whoDoesNotKnowThePagesKeyIsLetGo() {
        assertThat(ended(address().replaceFirst("v-pushId=[^&]+", "v-pushId=another"), "JSESSIONID=" + session()))
                .succeedsWithin(Duration.ofMillis(PATIENCE_MILLIS));
    }

    /** Atmosphere takes parameters for headers, and leaves open what it refuses by them before Vaadin is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection=x", "connection=", "X-Atmosphere-tracking-id=0&X-atmo-protocol=true&X-Atmosphere-Framework=1.0.0",
        "X-Atmosphere-Framework=", "X-Atmosphere-Framework=3.1.5-javascript&x-atmosphere-framework=1.0.0", "X-Heartbeat-Server=1"})
    void whatNoPageAsksOpensNoConnection(String parameters) {
        assertThatThrownBy(() -> ended("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=another&" + parameters, "")).cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(400));
    }

    @Test
    void norDoAtmospheresOwnHeaders() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().newWebSocketBuilder().header("X-Atmosphere-Framework", "1.0.0")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + address()), new Listener()).join())
                .cause().isInstanceOf(WebSocketHandshakeException.class);
    }

    /** With the status, once the server has ended it. */
    private CompletableFuture<Integer> ended(String address, String cookie) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        WebSocket.Builder line = HttpClient.newHttpClient().newWebSocketBuilder();
        (cookie.isEmpty() ? line : line.header("Cookie", cookie)).buildAsync(URI.create("ws://127.0.0.1:" + port + address), new Listener() {

            @Override
            public CompletionStage<?> onClose(WebSocket closed, int status, String reason) {
                ended.complete(status);
                return CompletableFuture.completedFuture(null);
            }
        }).join();
        return ended;
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("JSESSIONID")).findFirst().orElseThrow()
                .getValue();
    }

    private String address() {
        return "/VAADIN/push?v-r=push&v-uiId=" + found("\"v-uiId\":(\\d+)") + "&v-pushId=" + found("\"Vaadin-Push-ID\":\"([^\"]+)\"")
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true";
    }

    private WebSocket connect() {
        WebSocket line = HttpClient.newHttpClient().newWebSocketBuilder().header("Cookie", "JSESSIONID=" + session())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + address()), new Listener()).join();
        await().until(() -> {
            ui.getSession().lock();
            try {
                return ui.getInternals().getPushConnection().isConnected();
            } finally {
                ui.getSession().unlock();
            }
        });
        return line;
    }

    private static String counted(String text) {
        return text.length() + "|" + text;
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                told.add(text.toString());
                text.setLength(0);
            }
            line.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket line, ByteBuffer message) {
            seen.complete(message);
            line.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
