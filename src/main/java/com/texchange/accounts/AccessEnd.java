package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
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
    private final ChangeFeed feed;

    AccessEnd(AccountRepository accounts, PasswordLinks links, BrowserTokens rememberedBrowsers, PersonSessions sessions, ChangeFeed feed) {
        this.accounts = accounts;
        this.links = links;
        this.rememberedBrowsers = rememberedBrowsers;
        this.sessions = sessions;
        this.feed = feed;
    }

    /** Links, remembered browsers and sessions. */
    public void end(AccountId id) {
        accounts.lock(id);
        links.endAll(id);
        rememberedBrowsers.endAll(id);
        sessions.endAll(id);
        feed.publish(new Change(Change.Topic.ACCOUNTS, id.toString()));
    }
}
