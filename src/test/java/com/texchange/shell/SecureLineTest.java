package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** What is added where the application is reached by https. */
class SecureLineTest {

    @Test
    void browsersComeBackByHttpsOnly() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new SecurityHeaders().doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void noOtherHostOfTheDomainCanSetTheSessionsCookie() throws Exception {
        MockServletContext secure = new MockServletContext();
        new SessionCookie().sessionCookieName(true).onStartup(secure);
        assertThat(secure.getSessionCookieConfig().getName()).isEqualTo("__Host-JSESSIONID");
        assertThat(secure.getSessionCookieConfig().getPath()).isEqualTo("/");

        MockServletContext plain = new MockServletContext();
        new SessionCookie().sessionCookieName(false).onStartup(plain);
        assertThat(plain.getSessionCookieConfig().getName()).isNull();
    }
}
