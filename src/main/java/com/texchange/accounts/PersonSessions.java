package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.BrowserName;
import com.texchange.common.SecretText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that are open, on all instances. One without its row is over. */
@Component
class PersonSessions implements HttpSessionListener {

    private static final int LONGEST_ADDRESS = 45;

    private static final Logger LOG = LoggerFactory.getLogger(PersonSessions.class);

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final SignInTrail trail;
    private final Clock clock;

    PersonSessions(JdbcClient jdbc, SessionLimits limits, SignInTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Whoever forgets the browser in this instant, with the sessions that are there, is waited for: one that came by it has no row then, and
     * is over.
     *
     * @param series of the browser, if it is remembered
     */
    void began(SignedInPerson person, HttpServletRequest request, Optional<String> series) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                with remembered as materialized (select from remembered_browser where series_hash = cast(:series as bytea) for share)
                insert into person_session (id, account_id, device, address, began_at, last_used, series_hash, through)
                select :id, :account, :device, :address, now(), now(),
                    case when exists (select from remembered) then cast(:series as bytea) end, cast(:through as uuid)
                where not :byBrowser or exists (select from remembered)
                """)
                .param("id", id).param("account", person.actor().id()).param("byBrowser", person.isByBrowser())
                .param("device", BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)))
                .param("address", address(request)).param("series", series.map(SecretText::hash).orElse(null))
                .param("through", person.through().map(KnownElsewhere::through).orElse(null)).update();
        person.begins(id, clock.instant());
    }

    static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.substring(0, Math.min(LONGEST_ADDRESS, address.length()));
    }

    /** Whether it goes on. */
    boolean isOpen(UUID id) {
        return jdbc.sql("select exists (select from person_session where id = :id)").param("id", id).query(Boolean.class).single();
    }

    void used(UUID id) {
        jdbc.sql("update person_session set last_used = now() where id = :id").param("id", id).update();
    }

    /** @return whether it was open until now */
    private boolean ended(UUID id) {
        return jdbc.sql("delete from person_session where id = :id").param("id", id).update() == 1;
    }

    /** @param but the one that goes on */
    void endOthers(AccountId account, UUID but) {
        end("account_id = :account and id <> :but", Map.of("account", account, "but", but));
    }

    /** Those that began through what is no more, so that nobody stays in by it. @return whose they were */
    List<AccountId> endThrough(UUID through) {
        return end("through = :through", Map.of("through", through));
    }

    void endThrough(UUID through, AccountId account) {
        end("through = :through and account_id = :account", Map.of("through", through, "account", account));
    }

    void end(UUID id) {
        ended(id);
    }

    void endAll(AccountId account) {
        end("account_id = :account", Map.of("account", account));
    }

    /** In one order, as a person's may be ended by several at once. @return whose they were */
    private List<AccountId> end(String which, Map<String, Object> values) {
        return jdbc.sql("""
                delete from person_session where id = any(array(select id from person_session where %s order by id for update))
                returning account_id
                """.formatted(which)).params(values).query(UUID.class).list().stream().distinct().map(AccountId::new).toList();
    }

    /** By itself, or by signing out. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        try {
            SignedInPerson.of(session.getAttribute(SignedInPerson.KEPT_AS)).ifPresent(person -> {
                boolean byTime = limits.isOver(person) || isForgotten(session);
                if (person.session().filter(this::ended).isPresent() && byTime) {
                    trail.sessionTimedOut(person);
                }
            });
        } catch (IllegalStateException | DataAccessException e) {
            LOG.debug("It is left to LeftSessions", e);
        }
    }

    /** Its pages were closed, and nothing has asked for it since for as long as the server keeps one. */
    private static boolean isForgotten(HttpSession session) {
        int longest = session.getMaxInactiveInterval();
        return longest > 0 && Duration.ofMillis(System.currentTimeMillis() - session.getLastAccessedTime()).toSeconds() >= longest;
    }
}
