package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.RequestLimits;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.ActorHolder;
import com.texchange.common.EmailAddress;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Position;
import com.texchange.common.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** One large request comes while another is worked on. */
class LargeRequestsTest {

    private static final String PAGE = "/profile";
    private static final String FILE = "/VAADIN/dynamic/resource/0/x/upload";
    private static final long LARGEST = RequestLimits.OF_PAGES;
    private static final FilterChain NOTHING = (request, response) -> { };
    private final Actor one = person();
    private final Actor other = person();
    private final LargeRequests limits = new LargeRequests(2 * LARGEST, Duration.ZERO, new LanguageChoice(), messages());

    @Test
    void anotherOfTheSamePersonIsNotRead() throws Exception {
        send(one, PAGE, LARGEST, (request, response) -> {
            assertThat(status(one, PAGE, LARGEST)).isEqualTo(503);
            assertThat(status(one, PAGE, RequestLimits.OF_STRANGERS + 1)).isEqualTo(503);
            assertThat(status(one, PAGE, RequestLimits.OF_STRANGERS)).as("small").isEqualTo(200);
            assertThat(status(other, PAGE, LARGEST)).as("another person's").isEqualTo(200);
            assertThat(status(one, FILE, LARGEST)).as("a file").isEqualTo(200);
        });
        assertThat(status(one, PAGE, LARGEST)).as("it has been answered").isEqualTo(200);
    }

    @Test
    void noMoreFilesAreReadAtOnceAndPagesDoNotWaitForThem() throws Exception {
        send(one, FILE, -1, (request, response) -> {
            assertThat(status(one, FILE, LARGEST)).isEqualTo(503);
            assertThat(status(one, FILE + "?v-r=uidl", LARGEST)).as("a page's in spite of its address").isEqualTo(200);
            assertThat(status(one, PAGE, LARGEST)).isEqualTo(200);
            send(other, FILE, 100 * LARGEST, (next, answer) -> assertThat(status(person(), FILE, LARGEST)).as("of all together").isEqualTo(503));
        });
    }

    @Test
    void whatFailsMakesRoomToo() throws Exception {
        assertThatThrownBy(() -> send(one, PAGE, LARGEST, (request, response) -> {
            throw new IOException("gone");
        })).isInstanceOf(IOException.class);
        assertThat(status(one, PAGE, LARGEST)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"ru, '', Сейчас", "en, '', Too much", "de, '', Too much", "en, ru, Сейчас", "ru, en, Too much"})
    void itIsSaidInTheLanguageOfThePage(String ofBrowser, String chosen, String words) throws Exception {
        send(one, PAGE, LARGEST, (request, response) -> {
            MockHttpServletRequest next = request(one, PAGE, LARGEST);
            next.addPreferredLocale(Locale.of(ofBrowser));
            if (!chosen.isEmpty()) {
                next.setCookies(new Cookie("language", chosen));
            }
            MockHttpServletResponse answer = new MockHttpServletResponse();
            limits.doFilter(next, answer, NOTHING);
            assertThat(answer.getContentAsString()).startsWith(words);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        });
    }

    private int status(Actor person, String address, long length) {
        try {
            return send(person, address, length, NOTHING).getStatus();
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse send(Actor person, String address, long length, FilterChain chain) throws IOException, ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request(person, address, length), response, chain);
        return response;
    }

    private static MockHttpServletRequest request(Actor person, String address, long length) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", address.replaceFirst("\\?.*", "")) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        ActorHolder holder = () -> person;
        request.setUserPrincipal(new TestingAuthenticationToken(holder, ""));
        if (address.contains("?")) {
            request.setQueryString(address.replaceFirst(".*\\?", ""));
        }
        if (length < 0) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        return request;
    }

    private static Actor person() {
        return new Actor(AccountId.random(), "Person", EmailAddress.parse("person@example.com").orElseThrow(), Set.of(Role.SALES), null, Position.ADMINISTRATOR);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shell");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
