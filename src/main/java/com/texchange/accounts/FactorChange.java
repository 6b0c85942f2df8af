package com.texchange.accounts;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a change of somebody's second factor: other sessions end, and a letter tells the person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FactorChange {

    private final AccountRepository accounts;
    private final CurrentPerson current;
    private final PersonSessions sessions;
    private final ChangeFeed feed;
    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final Clock clock;

    FactorChange(AccountRepository accounts, CurrentPerson current, PersonSessions sessions, ChangeFeed feed, Letters letters, OperatorProperties operator,
            TimeZones zones, Clock clock) {
        this.accounts = accounts;
        this.current = current;
        this.sessions = sessions;
        this.feed = feed;
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.clock = clock;
    }

    /** What a letter tells. */
    enum Kind {
        ADDED, REMOVED, REMOVED_BY_OTHERS, NEW_CODES, CODE_USED
    }

    /** The session in which somebody changes the own one goes on. */
    public void made(Account account, Kind kind) {
        account.factorChanged();
        accounts.save(account);
        current.keep(account);
        sessions.endOthers(account.id(), current.session());
        feed.publish(new Change(Change.Topic.ACCOUNTS, account.id().toString()));
        tell(account, kind);
    }

    public void tell(Account account, Kind kind) {
        letters.queue(new Letter("factor-changed/" + UUID.randomUUID(), "factor-changed", account.email(), account.locale(),
                new Object[0], Map.of("name", account.name(), "kind", kind.name(), "at", clock.instant(),
                        "withoutPassword", account.awaitsPassword(),
                        "link", operator.link(account.awaitsPassword() ? Routes.FORGOT_PASSWORD : Routes.PROFILE)), null)
                .readBy(zones.of(account.companyId())));
    }
}
