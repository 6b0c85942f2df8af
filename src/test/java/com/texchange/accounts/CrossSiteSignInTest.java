package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrossSiteSignInTest {

    private static final int PASSED = 200;

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://elsewhere.example.com, 403",
        "Origin, http://exchange.example.com, 403",
        "Origin, http://exchange.example.com:8081, 403",
        "Origin, http://exchange.example.com:8080.elsewhere.example.com, 403",
        "Origin, https://people.example.com:444, 403",
        "Origin, https://people.example.com, 200",
        "Origin, null, 403",
        "Origin, not an address, 403",
        "Origin, http://exchange.example.com:8080, 200",
        "Origin, https://EXCHANGE.example.com:8080, 200",
        "User-Agent, curl, 200"})
    void aFormFromElsewhereIsRefused(String header, String value, int status) throws Exception {
        MockHttpServletRequest form = request("POST", "/login");
        form.addHeader(header, value);

        assertThat(answer(form)).isEqualTo(status);
    }

    @Test
    void whereTheBrowserTellsTheSiteTheOriginIsNotAsked() throws Exception {
        MockHttpServletRequest throughProxy = request("POST", "/login");
        throughProxy.addHeader("Sec-Fetch-Site", "same-origin");
        throughProxy.addHeader("Origin", "https://exchange.example.com");

        assertThat(answer(throughProxy)).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({"GET, /login", "POST, /somewhere"})
    void onlyFormsAreLookedAt(String method, String path) throws Exception {
        MockHttpServletRequest other = request(method, path);
        other.addHeader("Sec-Fetch-Site", "cross-site");

        assertThat(answer(other)).isEqualTo(PASSED);
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.addHeader("Host", "exchange.example.com:8080");
        return request;
    }

    private static int answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new CrossSiteSignIn(URI.create("https://people.example.com")).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
