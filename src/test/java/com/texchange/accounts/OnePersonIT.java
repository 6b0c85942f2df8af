package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.testing.IntegrationTest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody else signs in in a browser in which a person is signed in: at another of its pages, or at the sign-in page that was open before. */
@IntegrationTest
class OnePersonIT extends PersonWithFactor {

    @Autowired
    OwnSessions sessions;
    @Autowired
    EndedSessions pages;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    CompanyPeople colleagues;
    private TestBrowser browser;
    private Actor first;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        browser = new TestBrowser(port);
        first = withPassword(people.supplier());
        assertThat(browser.location(browser.signIn(first.email().value(), PASSWORD, Map.of("continue", "/people")))).isEqualTo("/people");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void thePagesOfTheFirstPersonEndAndTheSecondIsIn() throws Exception {
        Set<VaadinSession> before = pagesOf(first);
        assertThat(before).hasSize(1);
        assertThat(browser.location(browser.signIn(person.email().value(), PASSWORD, Map.of()))).isEqualTo("/");
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(pages.open()).doesNotContainAnyElementsOf(before));
        assertThat(sessions.of(first)).isEmpty();
        assertThat(sessions.of(person)).hasSize(1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select kind from audit_entry where actor_id = ?").param(first.id().value())
                .query(String.class).list()).contains("SESSION_ENDED"));
    }

    /** Until the second step is taken it is the first person's. */
    @Test
    void soTheyDoAfterASecondStep() throws Exception {
        addApp();
        Set<VaadinSession> before = pagesOf(first);
        assertThat(browser.location(browser.signIn(person.email().value(), PASSWORD, Map.of("continue", "/join?invite=x"))))
                .isEqualTo("/second-factor?continue=%2Fjoin%3Finvite%3Dx");
        assertThat(sessions.of(first)).hasSize(1);
        assertThat(pages.open()).containsAll(before);

        assertThat(browser.location(browser.send("/login", Map.of("code", next(), "continue", "/join?invite=x")))).isEqualTo("/join?invite=x");
        await().untilAsserted(() -> assertThat(pages.open()).doesNotContainAnyElementsOf(before));
        assertThat(sessions.of(first)).isEmpty();
    }

    @Test
    void whoMistypesThePasswordEndsNothing() throws Exception {
        assertThat(browser.location(browser.signIn(person.email().value(), "wrong", Map.of()))).isEqualTo("/login?error=credentials");

        assertThat(sessions.of(first)).hasSize(1);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void theSamePersonOnceMoreKeepsThePages() throws Exception {
        Set<VaadinSession> before = pagesOf(first);
        String id = browser.cookie("JSESSIONID");
        browser.signIn(first.email().value(), PASSWORD, Map.of());

        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(id);
        assertThat(pagesOf(first)).isEqualTo(before);
        assertThat(browser.get("/profile").statusCode()).isEqualTo(200);
    }

    /** They are still there for some seconds, and would read what they show anew for the person that they know. */
    @Test
    void whatThePagesOfAnEndedSessionShowIsReadNoMore() {
        VaadinSession session = pagesOf(first).iterator().next();
        pages.end(session);

        session.lock();
        try {
            assertThat(LiveUpdates.stop(session)).as("pages are refreshed until now").isFalse();
        } finally {
            session.unlock();
        }
    }

    /** Of the page that a stranger wanted to see. */
    @Test
    void thePageThatAskedForSignInIsStillGoneTo() throws Exception {
        TestBrowser other = new TestBrowser(port);
        assertThat(other.location(other.get("/people"))).endsWith("/login");
        other.signIn(first.email().value(), PASSWORD, Map.of("continue", "/profile"));

        assertThat(other.location(other.signIn(person.email().value(), PASSWORD, Map.of()))).endsWith("/people");
    }

    /** Whoever has a page of the one and has shown to be the other. */
    @Test
    void whoHasShownToBeOneIsNotFreshAsTheOther() {
        Actor colleague = people.colleague(first);
        testSessions.beginHere(person);

        assertThat(fresh.isFresh(person)).isTrue();
        assertThat(fresh.isFresh(first)).isFalse();
        assertThatThrownBy(() -> fresh.require(first)).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> colleagues.enable(colleague.id(), false, first)).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> fresh.prove(PASSWORD, first)).hasMessage("accounts.fresh.needed");
        SecurityContextHolder.clearContext();
    }

    private Set<VaadinSession> pagesOf(Actor actor) {
        return pages.open().stream().filter(session -> Optional.of(session).flatMap(EndedSessions::person).map(SignedInPerson::actor)
                .filter(one -> one.id().equals(actor.id())).isPresent()).collect(Collectors.toSet());
    }
}
