package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** One's own sessions and remembered browsers. */
@IntegrationTest
class OwnSessionsIT extends PersonWithPassword {

    @Autowired
    OwnSessions sessions;
    @Autowired
    People signIn;

    @Test
    void eachIsListedWithItsBrowserAndEndedAlone() throws Exception {
        TestBrowser one = signedIn(Map.of());
        TestBrowser other = signedIn(Map.of());
        assertThat(sessions.of(person)).hasSize(2).allSatisfy(session -> {
            assertThat(session.device()).isEqualTo("Firefox, Linux");
            assertThat(session.address()).isEqualTo("127.0.0.1");
            assertThat(session.remembered()).isFalse();
            assertThat(session.current()).isFalse();
        });

        String latest = sessions.of(person).getFirst().id();
        sessions.end(latest, person);
        assertThat(isIn(other)).isFalse();
        assertThat(isIn(one)).isTrue();
        assertThat(ended()).containsExactly("Firefox, Linux · 127.0.0.1");
        assertThatThrownBy(() -> sessions.end(latest, person)).hasMessage("accounts.sessions.gone");
    }

    @Test
    void aRememberedBrowserIsOneWithItsSessionAndIsForgottenWithIt() throws Exception {
        TestBrowser remembered = signedIn(Map.of("remember-me", "on"));
        assertThat(sessions.of(person)).hasSize(1).allMatch(OwnSession::remembered);

        sessions.end(sessions.of(person).getFirst().id(), person);
        assertThat(isIn(remembered)).isFalse();
        assertThat(sessions.of(person)).isEmpty();
    }

    @Test
    void aRememberedBrowserWithoutASessionIsListedAndForgotten() throws Exception {
        TestBrowser remembered = signedIn(Map.of("remember-me", "on"));
        jdbc.sql("delete from person_session where account_id = ?").param(person.id().value()).update();
        assertThat(isIn(remembered)).as("comes in again").isTrue();
        assertThat(sessions.of(person)).hasSize(1).allMatch(session -> session.remembered() && session.id().startsWith("s"));

        jdbc.sql("delete from person_session where account_id = ?").param(person.id().value()).update();
        OwnSession browser = sessions.of(person).getFirst();
        assertThat(browser.id()).startsWith("b");
        assertThat(browser.device()).isEqualTo("Firefox, Linux");
        sessions.end(browser.id(), person);
        assertThat(isIn(remembered)).isFalse();
        assertThat(ended()).containsExactly("Firefox, Linux · 127.0.0.1");
    }

    @Test
    void allOthersEndAndTheOwnGoesOn() throws Exception {
        TestBrowser here = signedIn(Map.of("remember-me", "on"));
        UUID id = UUID.fromString(sessions.of(person).getFirst().id().substring(1));
        TestBrowser other = signedIn(Map.of("remember-me", "on"));
        SignedInPerson current = (SignedInPerson) signIn.load(person.id());
        current.begins(id, Instant.now());
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(current, null, List.of()));

        sessions.endOthers(person);
        assertThat(sessions.of(person)).singleElement().matches(OwnSession::current);
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(other)).isFalse();
    }

    @Test
    void nobodyEndsOrSeesThoseOfOthers() throws Exception {
        TestBrowser mine = signedIn(Map.of("remember-me", "on"));
        String id = sessions.of(person).getFirst().id();
        Actor stranger = people.supplier();

        assertThat(sessions.of(stranger)).isEmpty();
        assertThatThrownBy(() -> sessions.end(id, stranger)).hasMessage("accounts.sessions.gone");
        sessions.endOthers(stranger);
        assertThat(isIn(mine)).isTrue();
    }

    @Test
    void aNewPasswordLeavesNone() throws Exception {
        signedIn(Map.of("remember-me", "on"));
        accounts.setPassword(person.id(), "another phrase of words");

        assertThat(sessions.of(person)).isEmpty();
    }

    @Test
    void aSignOfLifeIsNotedAndAnsweredWithNothing() throws Exception {
        TestBrowser browser = signedIn(Map.of());
        HttpResponse<String> answer = browser.post("/session/active");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private List<String> ended() {
        return jdbc.sql("select old_value from audit_entry where kind = 'SESSIONS_ENDED' and actor_id = ?").param(person.id().value())
                .query(String.class).list();
    }

    private TestBrowser signedIn(Map<String, String> more) throws Exception {
        TestBrowser browser = new TestBrowser(port);
        browser.signIn(person.email().value(), PASSWORD, more);
        assertThat(browser.cookie("JSESSIONID")).isNotNull();
        return browser;
    }

    private static boolean isIn(TestBrowser browser) throws Exception {
        return !browser.location(browser.get("/unknown-page")).endsWith("/login");
    }
}
