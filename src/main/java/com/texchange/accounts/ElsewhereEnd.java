package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the sessions that have begun through a {@link FurtherSignIn}, in the transaction that ends it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ElsewhereEnd {

    private final PersonSessions sessions;
    private final ChangeFeed feed;

    ElsewhereEnd(PersonSessions sessions, ChangeFeed feed) {
        this.sessions = sessions;
        this.feed = feed;
    }

    /** @param through of a {@link KnownElsewhere} */
    public void end(UUID through) {
        sessions.endThrough(through).forEach(this::tell);
    }

    /** Those of one person. */
    public void end(UUID through, AccountId account) {
        sessions.endThrough(through, account);
        tell(account);
    }

    private void tell(AccountId account) {
        feed.publish(new Change(Change.Topic.ACCOUNTS, account.toString()));
    }
}
