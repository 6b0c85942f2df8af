package com.texchange.testing;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of people who sign in, each by {@link #PASSWORD}. */
public abstract class PeopleWithPasswords {

    public static final String PASSWORD = "a phrase of words";
    @LocalServerPort
    protected int port;
    @Autowired
    protected TestPeople people;
    @Autowired
    protected Accounts accounts;
    @Autowired
    protected JdbcClient jdbc;

    /** The same person, who can sign in from now on. */
    protected final Actor withPassword(Actor person) {
        accounts.setPassword(person.id(), PASSWORD);
        return person;
    }
}
