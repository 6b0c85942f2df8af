package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.testing.PeopleWithPasswords;
import org.junit.jupiter.api.BeforeEach;

/** Tests of what somebody does who can sign in. */
abstract class PersonWithPassword extends PeopleWithPasswords {

    Actor person;

    @BeforeEach
    void aPersonHasAPassword() {
        person = withPassword(people.supplier());
    }
}
