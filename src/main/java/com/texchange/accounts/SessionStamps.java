package com.texchange.accounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether sessions may go on: they end with the password, the account or a role that they began with, when
 * somebody ends them, and after a while. */
@Component
class SessionStamps {

    private final AccountRepository accounts;
    private final PersonSessions sessions;
    private final SessionLimits limits;

    SessionStamps(AccountRepository accounts, PersonSessions sessions, SessionLimits limits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    @Transactional(readOnly = true)
    public boolean isGood(SignedInPerson person) {
        return !limits.isOver(person) && person.session().map(sessions::isOpen).orElse(true)
                && accounts.findById(person.actor().id()).filter(person::isStill).isPresent();
    }
}
