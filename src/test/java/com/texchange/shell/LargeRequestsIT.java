package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.util.ReflectionTestUtils.getField;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.RequestLimits;
import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who is signed in sends as much as is allowed, many times at once. */
@IntegrationTest
class LargeRequestsIT {

    private static final String PASSWORD = "a phrase of words";
    private static final int AT_ONCE = 5;
    /** Of more than 10,485,760 characters Vaadin reads no further. */
    private static final int LARGE = 10_000_000;
    private static final int PATIENCE_MILLIS = 60_000;
    /** Less than the server waits for the rest of a request. */
    private static final int SOON_MILLIS = 20_000;
    private static final String PAGE = "/?v-r=uidl&v-uiId=0";
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    LargeRequests requests;
    @LocalServerPort
    int port;
    private final List<Socket> lines = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket line : lines) {
            line.close();
        }
    }

    /** One waits for its last byte, the others are not waited for. */
    @Test
    void onlyOneOfAPersonsLargestIsReadAndOthersAreServed() throws Exception {
        Actor person = people.sales();
        String session = signIn(person);
        Socket first = announce(PAGE, session, LARGE, "application/json");
        first.getOutputStream().write(new byte[LARGE - 1]);
        untilRead(person);

        for (int i = 1; i < AT_ONCE; i++) {
            assertThat(answer(announce(PAGE, session, RequestLimits.OF_PAGES, "application/json")))
                    .startsWith("HTTP/1.1 503").contains("Retry-After: 5", "Too much is being sent at once");
        }
        assertThat(answer(send(PAGE, session, "{}"))).as("what is small, of the same person").doesNotStartWith("HTTP/1.1 5");

        String other = signIn(people.sales());
        assertThat(answer(send(PAGE, other, "x".repeat(RequestLimits.OF_STRANGERS + 1)))).as("another person").doesNotStartWith("HTTP/1.1 5");

        first.getOutputStream().write('x');
        assertThat(answer(first)).doesNotStartWith("HTTP/1.1 5");
        assertThat(answer(send(PAGE, session, "x".repeat(RequestLimits.OF_STRANGERS + 1)))).as("its room is free again")
                .doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void whoGivesUpHalfWayMakesRoom() throws Exception {
        Actor person = people.sales();
        String session = signIn(person);
        Socket first = announce(PAGE, session, LARGE, "application/json");
        first.getOutputStream().write(new byte[LARGE / 2]);
        untilRead(person);
        assertThat(answer(announce(PAGE, session, RequestLimits.OF_PAGES, "application/json"))).startsWith("HTTP/1.1 503");
        first.close();

        await().untilAsserted(() -> assertThat(answer(send(PAGE, session, "x".repeat(RequestLimits.OF_STRANGERS + 1))))
                .doesNotStartWith("HTTP/1.1 5"));
    }

    @Test
    void requestsInPartsAreNone() throws Exception {
        String session = signIn(people.sales());
        for (String type : List.of("multipart/form-data; boundary=x", "Multipart/Mixed")) {
            assertThat(answer(announce("/VAADIN/dynamic/resource/0/x/upload", session, RequestLimits.OF_STRANGERS + 1, type)))
                    .startsWith("HTTP/1.1 415");
        }
    }

    /** Also those whose parts would be looked at for a token before the sender is known. */
    @Test
    void nobodyReadsThePartsOfARequest() throws IOException {
        for (String path : List.of("/", "/login", "/VAADIN/dynamic/resource/0/x/upload")) {
            Socket line = line(SOON_MILLIS);
            line.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x"
                    + "\r\nContent-Length: 60000\r\n\r\n--x\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(line)).as(path).matches("HTTP/1.1 [34].*");
        }
    }

    /** Spring's filter for forms that come otherwise than by POST would read all of it, before anybody is asked who sends it. */
    @Test
    void noFormOfAStrangerIsReadBeyondItsLimit() throws IOException {
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            for (String path : List.of("/login", "/styles/x.css", "/", "/icons/icon.png")) {
                Socket line = line(SOON_MILLIS);
                line.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                        + "\r\nContent-Length: 2000000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(firstLine(line)).as(method + " " + path).matches("HTTP/1.1 [234].*");
            }
        }
    }

    /** What is written may all be on its way, with the server still at nothing. */
    private void untilRead(Actor person) {
        Map<?, ?> places = (Map<?, ?>) getField(Objects.requireNonNull(getField(requests, "ofPages")), "byPerson");
        await().until(() -> places.containsKey(person.id()));
    }

    /** With a page open. @return the session's cookie */
    private String signIn(Actor person) throws Exception {
        accounts.setPassword(person.id(), PASSWORD);
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            String form = "username=" + URLEncoder.encode(person.email().value(), StandardCharsets.UTF_8) + "&password="
                    + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
            assertThat(browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                    HttpResponse.BodyHandlers.discarding()).headers().firstValue("Location")).hasValue("/");
            // Nothing is read for whoever has no page.
            assertThat(browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/?v-r=init&location=profile&query="))
                    .header("Accept", "text/html, */*").build(), HttpResponse.BodyHandlers.ofString()).body()).contains("\"v-uiId\":0");
        }
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("JSESSIONID")).findFirst()
                .orElseThrow().getValue();
    }

    private Socket announce(String path, String session, long length, String type) throws IOException {
        Socket line = line(PATIENCE_MILLIS);
        line.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + session + "\r\nContent-Type: "
                + type + "\r\nContent-Length: " + length + "\r\nAccept-Language: en\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private Socket send(String path, String session, String text) throws IOException {
        Socket line = announce(path, session, text.length(), "application/json");
        line.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private Socket line(int patience) throws IOException {
        Socket line = new Socket("localhost", port);
        line.setSoTimeout(patience);
        lines.add(line);
        return line;
    }

    private static String firstLine(Socket line) throws IOException {
        return String.valueOf(reader(line).readLine());
    }

    /** Its head, and as much of its text as that says; the line may stay open, as the server waits for the rest of what it refuses. */
    private static String answer(Socket line) throws IOException {
        BufferedReader reader = reader(line);
        StringBuilder answer = new StringBuilder();
        int text = 0;
        for (String head = reader.readLine(); head != null && !head.isEmpty(); head = reader.readLine()) {
            answer.append(head).append('\n');
            text = head.startsWith("Content-Length: ") ? Integer.parseInt(head.replaceAll("\\D", "")) : text;
        }
        for (int i = 0; i < text; i++) {
            answer.append((char) reader.read());
        }
        return answer.toString();
    }

    private static BufferedReader reader(Socket line) {
        try {
            return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
