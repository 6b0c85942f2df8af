package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of what somebody does who can sign in by {@link TestSessions#PASSWORD}. */
abstract class PersonWithPassword {

    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    Actor person;

    @BeforeEach
    void aPersonHasAPassword() {
        person = people.supplier();
        accounts.setPassword(person.id(), TestSessions.PASSWORD);
    }
}
