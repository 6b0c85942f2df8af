package com.texchange.accounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether sessions may go on: they end with the password, the account or a role that they began with. */
@Component
class SessionStamps {

    private final AccountRepository accounts;

    SessionStamps(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public boolean isGood(SignedInPerson person) {
        return accounts.findById(person.actor().id()).filter(person::isStill).isPresent();
    }
}
