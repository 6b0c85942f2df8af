package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Invitations of people that nobody has taken up: gone a week after their end, with the name and address that somebody has typed. */
@Component
class OldInvitations {

    private static final Duration KEPT = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final PeopleTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    OldInvitations(AccountRepository accounts, PeopleTrail trail, TransactionOperations transaction, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetOldInvitations(OldInvitations old) {
        return Tasks.recurring("forget-old-invitations", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> old.forget());
    }

    void forget() {
        Instant before = clock.instant().minus(KEPT);
        List<AccountId> over = accounts.findInvitedUntil(before).stream().map(Account::id).toList();
        over.forEach(id -> transaction.executeWithoutResult(status -> forget(id, before)));
    }

    /** Unless it was sent again, or taken up, just now. */
    private void forget(AccountId id, Instant before) {
        accounts.lock(id);
        accounts.findById(id).filter(Account::isInvited)
                .filter(invited -> Optional.ofNullable(invited.invitedUntil()).filter(before::isAfter).isPresent())
                .ifPresent(invited -> {
                    accounts.delete(invited);
                    trail.changed(AuditKind.COLLEAGUE_WITHDRAWN, invited, null, null, null);
                });
    }
}
