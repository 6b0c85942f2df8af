package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** What a browser keeps beside the session where the application is reached by https. */
@IntegrationTest
class SecureCookiesIT {

    private static final String REMEMBERED = "__Host-remember-me";
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    People stored;
    @Autowired
    BrowserTokens tokens;
    @Autowired
    StolenBrowsers stolen;
    @Autowired
    SecondStep second;
    @Autowired
    PersonSessions personSessions;
    @Autowired
    Clock clock;
    @Autowired
    AccountProperties properties;
    @Autowired
    AccountRepository accounts;
    @Autowired
    JdbcClient jdbc;
    private final MockHttpServletResponse answer = new MockHttpServletResponse();
    private RememberedBrowsers remembered;

    @BeforeEach
    void aPersonSignsInAndIsRemembered() {
        remembered = new RememberedBrowsers(stored, tokens, stolen, second, personSessions, clock, properties, true);
        Actor person = people.supplier();
        SignedInPerson signedIn = sessions.begin(person);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("remember-me", "on");
        remembered.loginSuccess(request, answer, UsernamePasswordAuthenticationToken.authenticated(signedIn, null,
                List.copyOf(signedIn.getAuthorities())));
        new KnownBrowsers(jdbc, accounts, true).remember(person.id(), request, answer);
    }

    @Test
    void noOtherHostOfTheDomainCanSetThemAndNoScriptReadsThem() {
        assertThat(answer.getCookies()).extracting(Cookie::getName).containsExactlyInAnyOrder(REMEMBERED, "__Host-known-browser");
        assertThat(answer.getCookies()).allSatisfy(cookie -> {
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
        });
    }

    @Test
    void aBrowserIsRememberedByThatNameAlone() {
        String value = Objects.requireNonNull(answer.getCookie(REMEMBERED)).getValue();

        assertThat(remembered.series(with("remember-me", value))).isEmpty();
        assertThat(remembered.series(with(REMEMBERED, value))).isPresent();
    }

    @Test
    void signingOutEndsItInTheBrowserToo() {
        MockHttpServletResponse last = new MockHttpServletResponse();
        remembered.logout(with(REMEMBERED, Objects.requireNonNull(answer.getCookie(REMEMBERED)).getValue()), last, null);

        Cookie ended = Objects.requireNonNull(last.getCookie(REMEMBERED));
        assertThat(ended.getMaxAge()).isZero();
        assertThat(ended.getPath()).isEqualTo("/");
        assertThat(ended.getSecure()).as("or the browser takes no cookie of this name").isTrue();
    }

    private static MockHttpServletRequest with(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(name, value));
        return request;
    }
}
