package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.AccountId;
import com.texchange.common.Moments;
import com.texchange.common.Routes;
import com.texchange.common.SecretText;
import com.texchange.mail.OperatorProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secret links to set a password. The database knows only the hash of a token, so a stolen copy opens nothing. */
@Component
class PasswordLinks {

    /** How long what is used, ended or too old is kept. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final OperatorProperties operator;
    private final Clock clock;

    PasswordLinks(AccountRepository accounts, JdbcClient jdbc, OperatorProperties operator, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.operator = operator;
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetPasswordLinks(PasswordLinks links) {
        return Tasks.recurring("forget-password-links", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> links.forget());
    }

    /**
     * Makes the one link that an account has, good to the end of a day by a clock if for whole days; an earlier one ends. Runs in the
     * caller's transaction.
     *
     * @param continuePath where to go on once the password is set; null for the sign-in page
     */
    PasswordLink create(AccountId account, Duration valid, ZoneId zone, @Nullable String continuePath) {
        accounts.lock(account);
        endAll(account);
        String token = SecretText.random();
        Instant expires = Moments.endOf(valid, clock.instant(), zone);
        jdbc.sql("""
                insert into password_token (token_hash, account_id, created_at, expires_at, continue_path)
                values (:hash, :account, :now, :expires, :path)
                """)
                .param("hash", SecretText.hash(token)).param("account", account)
                .param("now", clock.instant()).param("expires", expires).param("path", continuePath)
                .update();
        return new PasswordLink(operator.link(Routes.with(Routes.SET_PASSWORD, "token", token)), expires);
    }

    /** Until when a link works; empty if it does not work any more. */
    Optional<Instant> validUntil(String token) {
        return ofWorking(token, "expires_at", Timestamp.class).map(Timestamp::toInstant);
    }

    /** Whose link it is, if it still works. Looking does not use it up: mail scanners follow links. */
    Optional<AccountId> find(String token) {
        return ofWorking(token, "account_id", UUID.class).map(AccountId::new);
    }

    /** Whose it is or was: also of one that does not work any more, for a while. */
    Optional<AccountId> owner(String token) {
        return jdbc.sql("select account_id from password_token where token_hash = :hash").param("hash", SecretText.hash(token))
                .query(UUID.class).optional().map(AccountId::new);
    }

    /** Where the link leads on to; empty as well for one that does not work any more. */
    Optional<String> continuePath(String token) {
        return ofWorking(token, "continue_path", String.class);
    }

    private <T> Optional<T> ofWorking(String token, String column, Class<T> type) {
        return jdbc.sql("""
                select %1$s from password_token
                where token_hash = :hash and used_at is null and expires_at > :now and %1$s is not null
                """.formatted(column))
                .param("hash", SecretText.hash(token)).param("now", clock.instant())
                .query(type).optional();
    }

    /** Uses the link up; of two who try at once, one gets the account. Runs in the caller's transaction, which holds the account. */
    Optional<AccountId> use(String token) {
        return jdbc.sql("""
                update password_token set used_at = :now
                where token_hash = :hash and used_at is null and expires_at > :now
                returning account_id
                """)
                .param("hash", SecretText.hash(token)).param("now", clock.instant())
                .query(UUID.class).optional().map(AccountId::new);
    }

    /** Whether a link that still works was made within the last while. */
    boolean madeWithin(AccountId account, Duration last) {
        return jdbc.sql("""
                select exists (select 1 from password_token
                where account_id = :account and used_at is null and created_at > :since)
                """)
                .param("account", account)
                .param("since", clock.instant().minus(last))
                .query(Boolean.class).single();
    }

    /** Whether the person has one in hand that works. */
    boolean hasWorking(AccountId account) {
        return jdbc.sql("select exists (select from password_token where account_id = :account and used_at is null and expires_at > :now)")
                .param("account", account).param("now", clock.instant()).query(Boolean.class).single();
    }

    private void forget() {
        jdbc.sql("delete from password_token where used_at < :before or expires_at < :before")
                .param("before", clock.instant().minus(KEPT)).update();
    }

    /** Whoever holds one is known by it as before: see {@link #owner}. */
    void endAll(AccountId account) {
        jdbc.sql("update password_token set used_at = :now where account_id = :account and used_at is null")
                .param("account", account).param("now", clock.instant())
                .update();
    }
}
