package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who is not signed in can take of the application's memory. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class StrangersIT {

    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final String PASSWORD = "a phrase of words";
    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
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
        assertThat(post("/?v-r=uidl&v-uiId=0", text(RequestLimits.OF_PAGES + 1))).isEqualTo(413);
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
            browser = browser(41);
            get("/unknown-page");
        }
        browser = browser(42);
        int elsewhere = openPage();
        HttpClient other = browser;
        browser = first;
        assertThat(heartbeat(page)).isEqualTo(200);

        browser = browser(41);
        get("/unknown-page");

        browser = first;
        assertThat(heartbeat(page)).isNotEqualTo(200);
        browser = other;
        assertThat(heartbeat(elsewhere)).isEqualTo(200);
    }

    /** What somebody writes by hand must not fill the log. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "null", "{\"csrfToken\":7}", "{\"csrfToken\":\"init\",\"rpc\":[{\"type\":\"event\"}]}"})
    void aBrokenRequestLogsALine(String request, CapturedOutput log) throws Exception {
        int page = openPage();
        int before = log.getAll().length();

        post("/?v-r=uidl&v-uiId=" + page, BodyPublishers.ofString(request));

        assertThat(log.getAll().substring(before).lines().filter(line -> line.contains("\tat ") || line.contains(" ERROR "))).isEmpty();
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

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpClient browser(int address) {
        try {
            return HttpClient.newBuilder().cookieHandler(new CookieManager())
                    .localAddress(InetAddress.getByName("127.0.0." + address)).build();
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
