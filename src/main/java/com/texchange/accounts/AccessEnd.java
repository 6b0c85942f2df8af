package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what a person has open, in the transaction that changes the account. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccessEnd {

    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final BrowserTokens rememberedBrowsers;
    private final PersonSessions sessions;
    private final CurrentPerson current;
    private final ChangeFeed feed;
    private final JdbcClient jdbc;

    AccessEnd(AccountRepository accounts, PasswordLinks links, BrowserTokens rememberedBrowsers, PersonSessions sessions, CurrentPerson current,
            ChangeFeed feed, JdbcClient jdbc) {
        this.accounts = accounts;
        this.links = links;
        this.rememberedBrowsers = rememberedBrowsers;
        this.sessions = sessions;
        this.current = current;
        this.feed = feed;
        this.jdbc = jdbc;
    }

    /** Links, a new address that is not confirmed, remembered browsers and sessions. */
    public void end(AccountId id) {
        accounts.lock(id);
        sessions.endAll(id);
        endRest(id);
    }

    /** The same; but the session in which the person changes the own account goes on. */
    public void endElsewhere(Account changed) {
        accounts.lock(changed.id());
        current.keep(changed);
        sessions.endOthers(changed.id(), current.session());
        endRest(changed.id());
    }

    private void endRest(AccountId id) {
        links.endAll(id);
        jdbc.sql("delete from address_change where account_id = :id").param("id", id).update();
        rememberedBrowsers.endAll(id);
        feed.publish(new Change(Change.Topic.ACCOUNTS, id.toString()));
    }
}
