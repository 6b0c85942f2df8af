package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.AccountId;
import com.texchange.common.BrowserName;
import com.texchange.common.SecretText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@link RememberedBrowsers} keep: of each its series, which stays, and its token, which changes with each use. The token
 * before is good for a while: a browser that restores several pages sends it several times before it hears of the next.
 */
@Component
class BrowserTokens {

    static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Duration valid;

    BrowserTokens(JdbcClient jdbc, AccountProperties properties) {
        this.jdbc = jdbc;
        this.valid = properties.rememberedFor();
    }

    @Bean
    static Task<Void> forgetRememberedBrowsers(BrowserTokens tokens) {
        return Tasks.recurring("forget-remembered-browsers", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> tokens.forget());
    }

    /** What a browser's cookie holds. */
    record Pair(String series, String token) {
    }

    /** What became of a cookie: how it was found, whose it is, and what the browser keeps from now on. */
    record Use(Found found, @Nullable AccountId account, @Nullable Pair next) {
    }

    enum Found {
        /** The browser gets the next token. */
        GOOD,
        /** By another page of the same browser just now; it has the next token by then. */
        USED_JUST_NOW,
        /** A token that was replaced long ago: two browsers have the cookie. */
        STOLEN,
        UNKNOWN
    }

    Pair begin(AccountId account, HttpServletRequest request) {
        Pair pair = new Pair(SecretText.random(), SecretText.random());
        jdbc.sql("insert into remembered_browser (series_hash, account_id, token_hash, last_used, began_at, device, address)"
                + " values (:series, :account, :token, now(), now(), :device, :address)")
                .param("device", BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT))).param("address", PersonSessions.address(request))
                .param("series", SecretText.hash(pair.series())).param("account", account)
                .param("token", SecretText.hash(pair.token())).update();
        return pair;
    }

    /** Of several at once one gets the next token. */
    Use use(Pair pair) {
        Pair next = new Pair(pair.series(), SecretText.random());
        return jdbc.sql("""
                update remembered_browser set earlier_hash = token_hash, token_hash = :next, replaced_at = now(), last_used = now()
                where series_hash = :series and token_hash = :token and last_used > now() - :valid * interval '1 second'
                returning account_id
                """)
                .param("series", SecretText.hash(pair.series())).param("token", SecretText.hash(pair.token()))
                .param("next", SecretText.hash(next.token())).param("valid", valid.toSeconds())
                .query(UUID.class).optional()
                .map(account -> new Use(Found.GOOD, new AccountId(account), next)).orElseGet(() -> look(pair));
    }

    private Use look(Pair pair) {
        return jdbc.sql("""
                select account_id, case when token_hash = :token or last_used <= now() - :valid * interval '1 second' then 'UNKNOWN'
                    when earlier_hash = :token and replaced_at > now() - :grace * interval '1 second' then 'USED_JUST_NOW'
                    else 'STOLEN' end as found
                from remembered_browser where series_hash = :series
                """)
                .param("series", SecretText.hash(pair.series())).param("token", SecretText.hash(pair.token()))
                .param("valid", valid.toSeconds()).param("grace", GRACE.toSeconds())
                .query(Seen.class).optional()
                .map(seen -> new Use(seen.found(), seen.accountId(), null)).orElseGet(() -> new Use(Found.UNKNOWN, null, null));
    }

    boolean isThere(String series) {
        return jdbc.sql("select exists (select from remembered_browser where series_hash = :series)").param("series", SecretText.hash(series))
                .query(Boolean.class).single();
    }

    /** Forgets one browser, of two at once for one of them. */
    Optional<AccountId> end(String series) {
        return jdbc.sql("delete from remembered_browser where series_hash = :series returning account_id")
                .param("series", SecretText.hash(series)).query(UUID.class).optional().map(AccountId::new);
    }

    void endAll(AccountId account) {
        jdbc.sql("delete from remembered_browser where account_id = :account").param("account", account).update();
    }

    void forget() {
        // What somebody is just ending is left to that.
        jdbc.sql("""
                delete from remembered_browser where series_hash = any(array(select series_hash from remembered_browser
                    where last_used <= now() - :valid * interval '1 second' for update skip locked))
                """)
                .param("valid", valid.toSeconds()).update();
    }

    /** A row of {@link #look}. */
    record Seen(AccountId accountId, Found found) {
    }
}
