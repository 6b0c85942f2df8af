package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.passwords.TimedCodes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;

/** A page on which a factor is added stays open when another tab of the browser has taken the first step of somebody else. */
@IntegrationTest
class SecondStepIT extends Page {

    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    SecondStep second;
    @Autowired
    SecondFactors factors;
    @Autowired
    Passkeys passkeys;
    @Autowired
    Clock clock;
    private Actor own;
    private Actor other;

    @BeforeEach
    void twoPeople() {
        own = people.supplier();
        other = people.supplier();
        sessions.requireFactorOf(Set.of(SecondFactorProperties.People.EVERYBODY));
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void nobodyIsRequired() {
        sessions.requireFactorOf(Set.of());
    }

    @Test
    void anAppOfSomebodyElsesFirstStepIsNotAdded() {
        firstStep(own);
        NewAuthenticator app = second.begin();

        HalfSignIn half = firstStep(other);
        assertThatThrownBy(() -> second.add(app, code(app))).hasMessage("accounts.factor.again");
        assertThat(factors.of(other)).isEmpty();
        assertThat(half.isDone()).isFalse();
    }

    @Test
    void aPasskeyOfSomebodyElsesFirstStepIsNotAdded() {
        firstStep(own);
        NewPasskey asked = second.beginPasskey();
        String made = device().make(asked.json());

        HalfSignIn half = firstStep(other);
        assertThatThrownBy(() -> second.addPasskey(asked, made)).hasMessage("accounts.factor.again");
        assertThat(passkeys.of(own)).isEmpty();
        assertThat(passkeys.of(other)).isEmpty();
        assertThat(half.isDone()).isFalse();
    }

    /** Or whoever knows the password alone would have a factor, too. */
    @Test
    void whoHasAFactorAddsNoneBetweenTheSteps() {
        NewAuthenticator known = factors.begin(other);
        factors.add(known, TimedCodes.code(known.secret(), clock.instant().minusSeconds(30)), other);
        HalfSignIn half = firstStep(other);

        NewPasskey asked = second.beginPasskey();
        String made = device().make(asked.json());
        assertThatThrownBy(() -> second.addPasskey(asked, made)).hasMessage("accounts.factor.again");
        assertThat(passkeys.of(other)).isEmpty();
        assertThat(half.isDone()).isFalse();
        assertThat(second.current().orElseThrow().kind()).isEqualTo(SecondStep.Kind.CODE);
    }

    @Test
    void whoHasAPasskeyAddsNoAppBetweenTheSteps() {
        NewPasskey known = passkeys.begin(other);
        passkeys.add(known, device().make(known.json()), "Телефон", other);
        HalfSignIn half = firstStep(other);

        NewAuthenticator app = second.begin();
        assertThatThrownBy(() -> second.add(app, code(app))).hasMessage("accounts.factor.again");
        assertThat(factors.of(other).orElseThrow().appSince()).isNull();
        assertThat(half.isDone()).isFalse();
    }

    @Test
    void whoHasNoneAddsAPasskeyAndIsDone() {
        HalfSignIn half = firstStep(own);
        NewPasskey asked = second.beginPasskey();
        assertThat(second.addPasskey(asked, device().make(asked.json()))).hasSize(RecoveryCodes.COUNT);

        assertThat(passkeys.of(own)).hasSize(1);
        assertThat(half.isDone()).isTrue();
    }

    /** The second click comes before the browser has gone on. */
    @Test
    void puttingItOffByADoubleClickCountsOnce() {
        firstStep(own);
        int left = second.current().orElseThrow().delaysLeft();
        second.later();
        second.later();

        assertThat(second.current().orElseThrow()).extracting(SecondStep.Step::kind, SecondStep.Step::delaysLeft)
                .containsExactly(SecondStep.Kind.DONE, left - 1);
    }

    /** In the profile, too: its page may be another person's than that the browser was asked for. */
    @Test
    void aPasskeyIsKeptForWhomItWasAskedFor() {
        sessions.begin(own);
        NewPasskey asked = passkeys.begin(own);
        String made = device().make(asked.json());

        assertThatThrownBy(() -> passkeys.add(asked, made, "Телефон", other)).hasMessage("accounts.passkeys.notMade");
        assertThat(passkeys.of(own)).isEmpty();
    }

    private HalfSignIn firstStep(Actor person) {
        HalfSignIn half = new HalfSignIn(sessions.begin(person), false, clock.instant());
        VaadinSession.getCurrent().getSession().setAttribute(HalfSignIn.KEPT_AS, half);
        return half;
    }

    private String code(NewAuthenticator app) {
        return TimedCodes.code(app.secret(), clock.instant());
    }

    private SoftDevice device() {
        return new SoftDevice("http://localhost:" + port);
    }
}
