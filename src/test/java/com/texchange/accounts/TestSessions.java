package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.testing.PeopleWithPasswords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

/** Passwords and sessions of a test's people. */
@TestComponent
public class TestSessions {

    static final String PASSWORD = PeopleWithPasswords.PASSWORD;

    private final Accounts accounts;
    private final People people;
    private final SessionStamps stamps;
    private final SecondFactorRule rule;
    private final Clock clock;

    TestSessions(Accounts accounts, People people, SessionStamps stamps, SecondFactorRule rule, Clock clock) {
        this.rule = rule;
        this.accounts = accounts;
        this.people = people;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** One with the person as (s)he is now, who has a password from now on. */
    SignedInPerson begin(Actor person) {
        if (accounts.admission(person.id()).awaitsPassword()) {
            accounts.setPassword(person.id(), PASSWORD);
        }
        return (SignedInPerson) people.load(person.id());
    }

    /** The same on this thread, by whoever has just shown who it is. */
    SignedInPerson beginHere(Actor person) {
        SignedInPerson here = begin(person);
        here.proven(clock.instant());
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(here, null,
                List.copyOf(here.getAuthorities())));
        return here;
    }

    /** The same by somebody who has shown it long ago. */
    public SignedInPerson beginHereLongAgo(Actor person) {
        SignedInPerson here = beginHere(person);
        here.proven(Instant.EPOCH);
        return here;
    }

    /** Of whom a second factor is asked from now on, for all tests: afterwards of nobody again. */
    void requireFactorOf(Set<SecondFactorProperties.People> whom) {
        SecondFactorProperties before = (SecondFactorProperties) Objects.requireNonNull(ReflectionTestUtils.getField(rule, "properties"));
        ReflectionTestUtils.setField(rule, "properties", new SecondFactorProperties(whom, 3, before.key()));
    }

    boolean isGood(SignedInPerson session) {
        return stamps.isGood(session);
    }
}
