package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of answer carries the same headers. */
@IntegrationTest
class SecurityHeadersIT {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "GET, /login, 200",
        "GET, /forgot-password, 200",
        "GET, /register, 200",
        "GET, /invitations, 302",
        "GET, /no-such-page, 302",
        "POST, /login, 302",
        "GET, /styles.css, 200",
        "GET, /VAADIN/build/none.js, 404",
        "GET, /VAADIN/dynamic/resource/0/none/list.csv, 404",
        "POST, /?v-r=uidl&v-uiId=0, 200",
        "GET, /actuator/health, 200",
        "GET, /actuator/env, 302",
        "GET, /error, 500"})
    void everyAnswerHasThem(String method, String address, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder().cookieHandler(new CookieManager()).build().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .method(method, HttpRequest.BodyPublishers.ofString("{}")).header("Content-Type", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        if (address.startsWith("/VAADIN/dynamic/")) {
            assertThat(answer.headers().allValues("Cache-Control")).as("lists and personal data").containsExactly("no-store");
        }
        // Plain http.
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> !cookie.contains("=;"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }
}
