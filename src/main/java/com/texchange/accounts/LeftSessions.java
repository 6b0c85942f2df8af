package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions whose instance was killed, so that it could not record their end: one of the others does, once they are over in any case.
 */
@Component
class LeftSessions {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final AccountRepository accounts;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    LeftSessions(JdbcClient jdbc, SessionLimits limits, AccountRepository accounts, SignInTrail trail, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.limits = limits;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Bean
    static Task<Void> forgetSessions(LeftSessions sessions) {
        return Tasks.recurring("forget-sessions", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> sessions.end());
    }

    /** All of them, so many in a transaction. What another instance is just ending is left to it. */
    void end() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> endSome()));
        }
    }

    /** @return whether there may be more */
    private boolean endSome() {
        List<UUID> left = jdbc.sql("""
                delete from person_session where id = any(array(select s.id from person_session s join account a on a.id = s.account_id
                    where s.last_used < now() - case when a.company_id is null then :operator else :others end * interval '1 second'
                    order by s.last_used limit %d for update of s skip locked))
                returning account_id""".formatted(AT_ONCE))
                .param("operator", limits.left(true).toSeconds()).param("others", limits.left(false).toSeconds())
                .query(UUID.class).list();
        left.forEach(account -> accounts.findById(new AccountId(account)).map(Account::actor).ifPresent(trail::sessionTimedOut));
        return left.size() == AT_ONCE;
    }
}
