package com.texchange.identityproviders;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that goes where it is led, one step at a time. */
final class SignInBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final URI application;

    SignInBrowser(int port) {
        application = URI.create("http://localhost:" + port + "/");
        try {
            // Each comes from a place of its own, as refusals are counted by that.
            ThreadLocalRandom random = ThreadLocalRandom.current();
            client = HttpClient.newBuilder().cookieHandler(cookies)
                    .localAddress(InetAddress.getByName("127.%d.%d.%d".formatted(random.nextInt(1, 200), random.nextInt(200), random.nextInt(1, 200))))
                    .build();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().get(application).stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue)
                .findFirst().orElse("");
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(application.resolve(address)).header("Accept", "text/html"));
    }

    /** Where it is led from there; a place of the application without its beginning. */
    String led(String address) {
        return place(get(address));
    }

    private String place(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").map(said -> response.uri().resolve(said).toString())
                .orElse("not led on: " + response.statusCode());
        return location.startsWith(application.toString()) ? location.substring(application.toString().length() - 1) : location;
    }

    /** Where a link of another site leads. */
    String ledFromElsewhere(String address) {
        return place(send(HttpRequest.newBuilder(application.resolve(address)).header("Accept", "text/html").header("Sec-Fetch-Site", "cross-site")));
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(application.resolve(address)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Signs in at the company's server.
     *
     * @return the address that it sends back to, which is not gone to yet
     */
    String signInThere(String begin, String person) {
        String asked = led(begin);
        String login = led(asked);
        if (login.startsWith("/")) {
            // Signed in there already.
            return login;
        }
        Matcher token = TOKEN.matcher(get(login).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + login);
        }
        HttpResponse<String> answer = post(login, Map.of("username", person, "password", CompanyServer.PASSWORD, "_csrf", token.group(1)));
        return led(answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()).toString());
    }

    /** A parameter of an address. */
    static String parameter(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }
}
