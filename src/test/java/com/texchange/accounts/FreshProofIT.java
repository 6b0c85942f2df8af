package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.texchange.common.Actor;
import com.texchange.passwords.TimedCodes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who has given a password, a code or a passkey in signing in has shown for a while who it is; nobody else has. */
@IntegrationTest
class FreshProofIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    TestSessions testSessions;
    @Autowired
    People loaded;
    @Autowired
    TwoStepSignIn signIn;
    @Autowired
    SecondStep second;
    @Autowired
    SecondFactors factors;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    CurrentPerson current;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    private Actor person;

    @BeforeEach
    void aPersonMustHaveAFactor() {
        person = people.supplier();
        accounts.setPassword(person.id(), TestSessions.PASSWORD);
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void nobodyIsRequired() {
        testSessions.requireFactorOf(Set.of());
    }

    @Test
    void whoComesByACompanysServerAndPutsTheFactorOffHasShownNothing() {
        keep(firstStep(elsewhere(false)));
        second.later();

        assertThat(isFreshAfter("")).isFalse();
        assertThat(current.find().flatMap(SignedInPerson::through)).as("and it ends with the server").isPresent();
    }

    @Test
    void whoComesByACompanysServerAndAddsAFactorHasShownNothingEither() {
        keep(firstStep(elsewhere(false)));
        addApp();

        assertThat(isFreshAfter("")).isFalse();
    }

    @Test
    void whoComesByACompanysServerForBothStepsHasShownNothing() {
        SecurityContextHolder.getContext().setAuthentication(signIn.authenticate(withDetails(elsewhere(true), new MockHttpServletRequest())));

        assertThat(fresh.isFresh(person)).isFalse();
    }

    /** A server that is no longer trusted could have brought anybody there. */
    @Test
    void whoIsForgottenThereBetweenTheStepsAddsNoFactorAndPutsNoneOff() {
        HalfSignIn half = firstStep(elsewhere(false));
        keep(half);
        KnownThere.forget(half.through().orElseThrow(), jdbc);

        assertThatThrownBy(this::addApp).hasMessage("accounts.factor.again");
        assertThatThrownBy(second::later).hasMessage("accounts.factor.again");
        assertThat(factors.of(person)).isEmpty();
        assertThatThrownBy(() -> isFreshAfter("")).isInstanceOf(HalfSignInOverException.class);
    }

    @Test
    void whoGivesACodeAfterwardsHas() {
        NewAuthenticator app = factors.begin(person);
        factors.add(app, TimedCodes.code(app.secret(), clock.instant().minusSeconds(30)), person);
        keep(firstStep(elsewhere(false)));

        assertThat(isFreshAfter(TimedCodes.code(app.secret(), clock.instant()))).isTrue();
    }

    @Test
    void whoHasTypedThePasswordHasHoweverTheSecondStepIsTaken() {
        keep(firstStep(password()));
        second.later();
        assertThat(isFreshAfter("")).isTrue();

        SecurityContextHolder.clearContext();
        keep(firstStep(password()));
        addApp();
        assertThat(isFreshAfter("")).isTrue();
    }

    /** Whoever sits at it. */
    @Test
    void aBrowserThatIsRememberedShowsNothing() {
        keep(new HalfSignIn((SignedInPerson) loaded.load(person.id()), false, clock.instant()));
        second.later();

        assertThat(isFreshAfter("")).isFalse();
    }

    private AbstractAuthenticationToken elsewhere(boolean bothSteps) {
        return new ShownElsewhere(person.id(), KnownThere.as(person, jdbc), bothSteps);
    }

    private AbstractAuthenticationToken password() {
        return UsernamePasswordAuthenticationToken.unauthenticated(person.email().value(), TestSessions.PASSWORD);
    }

    private HalfSignIn firstStep(AbstractAuthenticationToken shown) {
        return catchThrowableOfType(SecondFactorNeededException.class,
                () -> signIn.authenticate(withDetails(shown, new MockHttpServletRequest()))).half();
    }

    private static Authentication withDetails(AbstractAuthenticationToken shown, MockHttpServletRequest request) {
        shown.setDetails(new SignInDetails(request, Optional.empty()));
        return shown;
    }

    private static void keep(HalfSignIn half) {
        VaadinSession.getCurrent().getSession().setAttribute(HalfSignIn.KEPT_AS, half);
    }

    private void addApp() {
        NewAuthenticator app = second.begin();
        second.add(app, TimedCodes.code(app.secret(), clock.instant()));
    }

    private boolean isFreshAfter(String code) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(new MockHttpSession());
        request.getSession().setAttribute(HalfSignIn.KEPT_AS, VaadinSession.getCurrent().getSession().getAttribute(HalfSignIn.KEPT_AS));
        request.setParameter(SignInDetails.CODE, code);
        SecurityContextHolder.getContext().setAuthentication(
                signIn.authenticate(withDetails(UsernamePasswordAuthenticationToken.unauthenticated("", ""), request)));
        return fresh.isFresh(person);
    }
}
