package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccessChanged;
import com.texchange.common.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody has decided about a person's account, records it, and ends what it ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountChange {

    private final AccountRepository accounts;
    private final AccessEnd access;
    private final PeopleTrail trail;
    private final ApplicationEventPublisher events;

    AccountChange(AccountRepository accounts, AccessEnd access, PeopleTrail trail, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.access = access;
        this.trail = trail;
        this.events = events;
    }

    /** Sessions end that began with what is no more. */
    public void made(Account account, AuditKind kind, Actor by, @Nullable Object before, @Nullable Object after) {
        accounts.save(account);
        trail.changed(kind, account, by, before, after);
        trail.tell(account.id());
        events.publishEvent(new AccessChanged(account.id()));
    }

    /** All sessions, links and remembered browsers end. */
    public void ended(Account account, AuditKind kind, Actor by, @Nullable Object after) {
        accounts.save(account);
        access.end(account.id());
        trail.changed(kind, account, by, null, after);
        events.publishEvent(new AccessChanged(account.id()));
    }
}
