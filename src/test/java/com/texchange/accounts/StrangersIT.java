package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who is not signed in can take of the application's memory. */
@IntegrationTest
class StrangersIT {

    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final String PASSWORD = "a phrase of words";
    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    private final HttpClient withoutCookies = HttpClient.newBuilder().localAddress(address(41)).build();
    private HttpClient browser = browser(41);

    @Test
    void theySendLittleAndSayHowMuchItIs() throws Exception {
        openPage();

        assertThat(post("/?v-r=uidl&v-uiId=0", text(RequestLimits.OF_STRANGERS + 1))).isEqualTo(413);
        assertThat(post("/login", text(2_000_000))).isEqualTo(413);
        assertThat(post("/?v-r=uidl&v-uiId=0", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])))).isEqualTo(411);
        assertThat(post("/?v-r=heartbeat&v-uiId=0", BodyPublishers.noBody())).isEqualTo(200);
    }

    @Test
    void whoIsSignedInPastesTablesAndNoMore() throws Exception {
        Actor person = people.sales();
        accounts.setPassword(person.id(), PASSWORD);
        assertThat(browser.send(HttpRequest.newBuilder(url("/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + URLEncoder.encode(person.email().value(), StandardCharsets.UTF_8)
                        + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))).build(),
                HttpResponse.BodyHandlers.ofString()).headers().firstValue("Location").orElse("")).endsWith("/");

        assertThat(post("/?v-r=uidl&v-uiId=0", text(RequestLimits.OF_STRANGERS + 1))).isNotEqualTo(413);
        assertThat(answerToAnnounced(RequestLimits.OF_PAGES + 1)).startsWith("HTTP/1.1 413");
    }

    @Test
    void theyHaveAFewPagesOpen() throws Exception {
        int first = openPage();
        for (int i = 0; i < OpenPages.OF_STRANGERS - 1; i++) {
            openPage();
        }
        assertThat(heartbeat(first)).isEqualTo(200);

        int latest = openPage();

        assertThat(heartbeat(first)).isNotEqualTo(200);
        assertThat(heartbeat(first + 1)).isEqualTo(200);
        assertThat(heartbeat(latest)).isEqualTo(200);
    }

    @Test
    void ofOneSourceTheYoungestSessionsStay() throws Exception {
        HttpClient first = browser;
        int page = openPage();
        for (int i = 0; i < StrangersSessions.MOST - 1; i++) {
            getWithoutCookies("/unknown-page");
        }
        browser = browser(42);
        int elsewhere = openPage();
        HttpClient other = browser;
        browser = first;
        assertThat(heartbeat(page)).isEqualTo(200);

        getWithoutCookies("/unknown-page");

        browser = first;
        assertThat(heartbeat(page)).isNotEqualTo(200);
        browser = other;
        assertThat(heartbeat(elsewhere)).isEqualTo(200);
    }

    /** @return the page's number */
    private int openPage() throws Exception {
        Matcher number = PAGE.matcher(get("/?v-r=init&location=login&query="));
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private int heartbeat(int page) throws Exception {
        return post("/?v-r=heartbeat&v-uiId=" + page, BodyPublishers.noBody());
    }

    private static BodyPublisher text(int length) {
        return BodyPublishers.ofString("x".repeat(length));
    }

    private String get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(url(path)).header("Accept", "text/html, */*").build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    private int post(String path, BodyPublisher body) throws Exception {
        return browser.send(HttpRequest.newBuilder(url(path)).header("Content-Type", "application/json; charset=UTF-8").POST(body).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** Each is a session of its own. */
    private void getWithoutCookies(String path) throws Exception {
        withoutCookies.send(HttpRequest.newBuilder(url(path)).header("Accept", "text/html, */*").build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Nothing of it is sent: it is refused for what it says it is. */
    private String answerToAnnounced(long length) throws Exception {
        String session = ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID")).findFirst().orElseThrow().getValue();
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.getOutputStream().write(("POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + session
                    + "\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpClient browser(int address) {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).localAddress(address(address)).build();
    }

    /** Of this machine, which has many. */
    private static InetAddress address(int last) {
        try {
            return InetAddress.getByName("127.0.0." + last);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
