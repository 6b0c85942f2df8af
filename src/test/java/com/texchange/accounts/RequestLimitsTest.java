package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

/** How much somebody who is signed in may send to what reads it as a whole. */
class RequestLimitsTest {

    private static final int TOO_MUCH = RequestLimits.OF_PAGES + 1;
    private final RequestLimits limits = new RequestLimits(new StrangersSessions());

    /** A name in an address can be written in several ways, and stand in it several times. */
    @ParameterizedTest
    @ValueSource(strings = {"/?v-r=uidl&v-uiId=0", "/?v%2Dr=uidl&v-uiId=0", "/?%76-r=%75idl", "/?xv-r=push&v-r=uidl", "/devices?x=v-r=y&v-r=uidl", "/?v-r=uid%6c",
        "/VAADIN/dynamic/resource/0/x/y?v-r=uidl", "/VAADIN/dynamic/resource/0/x/y?v%2dr=uidl", "/VAADIN/push?v-r=push", "/profile"})
    void howeverThatIsWritten(String address) throws ServletException, IOException {
        assertThat(sent(address, TOO_MUCH, null)).isEqualTo(413);
        assertThat(sent(address, -1, "chunked")).isEqualTo(411);
        assertThat(sent(address, RequestLimits.OF_PAGES, null)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = "/VAADIN/dynamic/resource/0/x/upload")
    void filesHaveLimitsOfTheirOwn(String address) throws ServletException, IOException {
        assertThat(sent(address, TOO_MUCH, null)).isEqualTo(200);
    }

    private int sent(String address, int length, @Nullable String encoding) throws ServletException, IOException {
        URI uri = URI.create(address);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", uri.getRawPath()) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setQueryString(uri.getRawQuery());
        if (encoding != null) {
            request.addHeader("Transfer-Encoding", encoding);
        }
        Actor person = new Actor(AccountId.random(), "Person", EmailAddress.parse("person@example.com").orElseThrow(), Set.of(Role.SALES), null,
                Position.ADMINISTRATOR);
        SignedInPerson signedIn = new SignedInPerson(person, "", "stamp");
        request.getSession(true).setAttribute(SignedInPerson.KEPT_AS,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities())));
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
