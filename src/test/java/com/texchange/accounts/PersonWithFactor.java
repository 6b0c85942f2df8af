package com.texchange.accounts;

import com.texchange.passwords.TimedCodes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The same, and with an app for the second step if the test adds it. */
abstract class PersonWithFactor extends PersonWithPassword {

    @Autowired
    SecondFactors factors;
    @Autowired
    TestSessions testSessions;
    @Autowired
    Clock clock;
    byte[] secret = {};

    @AfterEach
    void nobodyIsRequired() {
        testSessions.requireFactorOf(Set.of());
    }

    /** @return recovery codes */
    List<String> addApp() {
        NewAuthenticator app = factors.begin(person);
        secret = app.secret();
        return factors.add(app, TimedCodes.code(secret, clock.instant().minusSeconds(30)), person);
    }

    /** The code of now, which was not used to add the app. */
    String next() {
        return TimedCodes.code(secret, clock.instant());
    }

    /** That tell of a change of the factor. */
    int letters() {
        return jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'factor-changed'")
                .param(person.email().value()).query(Integer.class).single();
    }
}
