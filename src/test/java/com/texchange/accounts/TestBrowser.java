package com.texchange.accounts;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser with cookies of its own; where an answer leads, it does not go by itself. */
class TestBrowser {

    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final HttpResponse.BodyHandler<String> TEXT = HttpResponse.BodyHandlers.ofString();
    private final CookieManager cookies = new CookieManager();
    private final int port;
    private final HttpClient client;

    TestBrowser(int port) {
        this.port = port;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** At another address of this machine: all tests share the source of the others. @param last number of that address */
    TestBrowser(int port, int last) {
        this.port = port;
        try {
            this.client = HttpClient.newBuilder().cookieHandler(cookies).localAddress(InetAddress.getByName("127.0.0." + last)).build();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).header("Accept", "text/html, */*").build(), TEXT);
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return client.send(to(path).POST(HttpRequest.BodyPublishers.noBody()).build(), TEXT);
    }

    /** As a form. */
    HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(to(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), TEXT);
    }

    /** The first step. @param more fields of the form */
    HttpResponse<String> signIn(String email, String password, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> fields = new HashMap<>(Map.of("username", email, "password", password));
        fields.putAll(more);
        return send("/login", fields);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url(path)).header("User-Agent", FIREFOX);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Where an answer leads, without this host; empty for nowhere. */
    String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(url("").toString(), "");
    }

    @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    /** One that it has from an earlier time. */
    void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(url("/"), cookie);
    }
}
