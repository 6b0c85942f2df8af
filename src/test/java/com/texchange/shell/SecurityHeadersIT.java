package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.EndedSessions;
import com.texchange.accounts.RequestLimits;
import com.texchange.common.Actor;
import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import com.texchange.tables.ui.FileLink;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.PeopleWithPasswords;
import com.vaadin.flow.component.UI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every kind of answer carries the same headers. */
@IntegrationTest
class SecurityHeadersIT extends PeopleWithPasswords {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    @Autowired
    EndedSessions sessions;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

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
        hasThem(send(to(address).method(method, HttpRequest.BodyPublishers.ofString("{}")).header("Content-Type", JSON)), status);
    }

    @Test
    void soHasWhatIsAnsweredUnread() throws Exception {
        HttpRequest.BodyPublisher ofUnknownLength = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10]));
        hasThem(send(to("/?v-r=uidl&v-uiId=0").header("Content-Type", JSON).POST(ofUnknownLength)), 411);
        hasThem(send(to("/login").header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[RequestLimits.OF_STRANGERS + 1]))), 413);
    }

    /** The sign-in itself, a page, what the page asks, and files of both kinds. */
    @Test
    void soHasWhatPeopleGetWhoAreSignedIn() throws Exception {
        Actor person = withPassword(people.supplier());
        String form = "username=" + URLEncoder.encode(person.email().value(), StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        hasThem(send(to("/login").header("Content-Type", FORM).POST(HttpRequest.BodyPublishers.ofString(form))), 302);
        hasThem(send(to("/profile").header("Accept", "text/html")), 200);
        HttpResponse<String> page = send(to("/?v-r=init&location=profile&query=").header("Accept", "text/html"));
        hasThem(page, 200);
        String key = found("\"Vaadin-Security-Key\":\"([^\"]+)\"", page.body());
        HttpResponse<String> told = send(to("/?v-r=uidl&v-uiId=" + found("\"v-uiId\":(\\d+)", page.body())).header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":0,\"clientId\":0}")));
        hasThem(told, 200);
        assertThat(told.body()).as("of a page that goes on").contains("\"syncId\"").doesNotContain("sessionExpired");

        UI ui = open(key);
        for (TableFormat format : TableFormat.values()) {
            HttpResponse<String> file = send(to("/" + addressOfFile(ui, format)));
            hasThem(file, 200);
            assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name).startsWith("attachment"));
        }
    }

    private UI open(String key) {
        return sessions.open().stream().map(session -> {
            session.lock();
            try {
                return session.getUIs().stream().filter(one -> key.equals(one.getCsrfToken())).findFirst();
            } finally {
                session.unlock();
            }
        }).flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /** Of a link as lists have them. */
    private static String addressOfFile(UI ui, TableFormat format) {
        AtomicReference<String> address = new AtomicReference<>();
        ui.accessSynchronously(() -> {
            FileLink link = new FileLink("list", () -> "list." + format.ending(), format.contentType(),
                    out -> TableDownload.write(format, Locale.ENGLISH, table -> table.row("heading"), () -> { }, out));
            ui.add(link);
            address.set(link.getHref());
        });
        return address.get();
    }

    private static void hasThem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        String kept = String.join(", ", answer.headers().allValues("Cache-Control"));
        if (answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent()) {
            assertThat(kept).as("pages have keys of a session").contains("no-store");
        } else if (answer.uri().getPath().startsWith("/VAADIN/dynamic/")) {
            assertThat(kept).as("lists and personal data").isEqualTo("no-store");
        } else if (answer.uri().getPath().equals("/styles.css")) {
            assertThat(kept).as("the same for everybody, and says so itself").isNotEmpty().doesNotContain("no-store");
        } else {
            assertThat(kept).isNotEmpty();
        }
        // Plain http.
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> !cookie.contains("=;"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
