package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody has a copy of what a remembered browser keeps. That browser is forgotten and all sessions of the person end, since one of
 * them may be the thief's; the person's other browsers come in again by themselves. A letter tells it.
 */
@Component
class StolenBrowsers {

    private static final Logger LOG = LoggerFactory.getLogger(StolenBrowsers.class);

    private final BrowserTokens tokens;
    private final AccountRepository accounts;
    private final ChangeFeed feed;
    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final Clock clock;
    private final PeopleTrail trail;

    StolenBrowsers(BrowserTokens tokens, AccountRepository accounts, ChangeFeed feed, Letters letters, OperatorProperties operator,
            TimeZones zones, Clock clock, PeopleTrail trail) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.feed = feed;
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.clock = clock;
        this.trail = trail;
    }

    /** Once for each browser, however often its copy comes. */
    @Transactional
    public void end(String series, AccountId owner) {
        accounts.lock(owner);
        tokens.end(series).flatMap(accounts::findById).ifPresent(account -> {
            account.wasStolenFrom();
            accounts.save(account);
            trail.changed(AuditKind.BROWSER_STOLEN, account, null, null, null);
            feed.publish(new Change(Change.Topic.ACCOUNTS, account.id().toString()));
            letters.queue(new Letter("browser-stolen/" + UUID.randomUUID(), "browser-stolen", account.email(), account.locale(),
                    new Object[0], Map.of("name", account.name(), "at", clock.instant(),
                            "link", operator.link(Routes.FORGOT_PASSWORD)), null).readBy(zones.of(account.companyId())));
            LOG.warn("A remembered browser of account {} was used from two places; all sessions of the person end", account.id());
        });
    }
}
