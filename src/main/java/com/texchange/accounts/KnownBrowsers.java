package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.common.AccountId;
import com.texchange.common.SecretText;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * In which browsers a person has signed in. It opens nothing: it only keeps the wrong guesses of others from standing in the way.
 * The browser holds a secret of its own, the database the hash.
 */
@Component
public class KnownBrowsers {

    /** Nobody has more; the latest stay. */
    static final int MOST = 20;
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final boolean secure;

    KnownBrowsers(JdbcClient jdbc, AccountRepository accounts,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secure = secure;
    }

    @Bean
    static Task<Void> forgetBrowsers(KnownBrowsers browsers) {
        return Tasks.recurring("forget-known-browsers", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> browsers.forget());
    }

    /** What a request's browser says it is. */
    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName())).map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches());
    }

    boolean isKnown(String browser, String address) {
        return accounts.findTyped(address).filter(account -> jdbc.sql("""
                select exists (select 1 from known_browser where secret_hash = :hash and account_id = :account)
                """)
                .param("hash", SecretText.hash(browser)).param("account", account.id())
                .query(Boolean.class).single()).isPresent();
    }

    /** The person at this page has just shown who it is, by a letter's link: guesses of others shall not keep it from signing in. */
    public void rememberHere(AccountId account) {
        if (VaadinServletRequest.getCurrent() != null && VaadinServletResponse.getCurrent() != null) {
            remember(account, VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
        }
    }

    /** The person has just signed in there. */
    void remember(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        String browser = of(request).orElseGet(SecretText::random);
        jdbc.sql("""
                insert into known_browser (secret_hash, account_id, last_used) values (:hash, :account, now())
                on conflict (account_id, secret_hash) do update set last_used = now()
                """)
                .param("hash", SecretText.hash(browser)).param("account", account).update();
        jdbc.sql("""
                delete from known_browser where account_id = :account and last_used <
                (select last_used from known_browser where account_id = :account order by last_used desc offset :most limit 1)
                """)
                .param("account", account).param("most", MOST - 1).update();
        response.addCookie(cookie(browser, request));
    }

    void forget() {
        jdbc.sql("delete from known_browser where last_used < now() - :days * interval '1 day'").param("days", KEPT.toDays()).update();
    }

    private Cookie cookie(String browser, HttpServletRequest request) {
        Cookie cookie = new Cookie(cookieName(), browser);
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setPath(secure || request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String cookieName() {
        return secure ? "__Host-known-browser" : "known-browser";
    }
}
