package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own sessions and remembered browsers, ended singly or all but this one; on all instances at once. */
@Service
@Transactional
public class OwnSessions {

    private final AccountRepository accounts;
    private final PersonSessions sessions;
    private final JdbcClient jdbc;
    private final CurrentPerson current;
    private final SessionLimits limits;
    private final ChangeFeed feed;
    private final AuditTrail audit;

    OwnSessions(AccountRepository accounts, PersonSessions sessions, JdbcClient jdbc, CurrentPerson current, SessionLimits limits,
            ChangeFeed feed, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.current = current;
        this.limits = limits;
        this.feed = feed;
        this.audit = audit;
    }

    /** The latest used first; at most 100. A browser that is open is one with its session. */
    @Transactional(readOnly = true)
    public List<OwnSession> of(Actor actor) {
        return jdbc.sql("""
                with open_now as (select * from person_session
                    where account_id = :account and last_used > now() - :idle * interval '1 second')
                select 's' || id as id, device, address, began_at, last_used, exists (select from remembered_browser r
                    where r.series_hash = o.series_hash) as remembered, id = :current as current,
                    through is not null as through
                from open_now o
                union all
                select 'b' || encode(series_hash, 'hex'), device, address, began_at, last_used, true, false, false
                from remembered_browser b where account_id = :account
                    and not exists (select from open_now o where o.series_hash = b.series_hash)
                order by 7 desc, 5 desc limit 100
                """)
                .param("account", actor.id()).param("current", here()).param("idle", limits.idle(actor).toSeconds() + SessionLimits.NOTED.toSeconds())
                .query(OwnSession.class).list();
    }

    /**
     * Ends a session, and forgets the browser in which it is.
     *
     * @param id of {@link OwnSession}
     * @throws RefusedException if it is no more
     */
    public void end(String id, Actor actor) {
        accounts.lock(actor.id());
        String ended = (id.startsWith("s") ? endSession(id.substring(1), actor) : forget(id.substring(1), actor))
                .orElseThrow(() -> new RefusedException("accounts.sessions.gone"));
        tell(actor, ended);
    }

    /** @return in which browser it was, and where */
    private Optional<String> endSession(String id, Actor actor) {
        return jdbc.sql("""
                with ended as (delete from person_session where account_id = :account and id::text = :id
                        returning series_hash, device, address),
                    forgotten as (delete from remembered_browser where account_id = :account and series_hash in (select series_hash from ended))
                select concat_ws(' · ', nullif(device, ''), address) from ended
                """)
                .param("account", actor.id()).param("id", id).query(String.class).optional();
    }

    private Optional<String> forget(String series, Actor actor) {
        return jdbc.sql("""
                delete from remembered_browser where account_id = :account and encode(series_hash, 'hex') = :series
                returning concat_ws(' · ', nullif(device, ''), address)
                """)
                .param("account", actor.id()).param("series", series).query(String.class).optional();
    }

    /** Ends all but this one. */
    public void endOthers(Actor actor) {
        accounts.lock(actor.id());
        jdbc.sql("""
                delete from remembered_browser where account_id = :account and series_hash not in
                    (select series_hash from person_session where id = :current and series_hash is not null)
                """)
                .param("account", actor.id()).param("current", here()).update();
        sessions.endOthers(actor.id(), here());
        tell(actor, null);
    }

    /** @param which null for all others */
    private void tell(Actor actor, @Nullable String which) {
        audit.record(Audited.of(AuditKind.SESSIONS_ENDED, actor).about(AuditSubject.account(actor.id(), actor.name())).values(which, null));
        feed.publish(new Change(Change.Topic.ACCOUNTS, actor.id().toString()));
    }

    private UUID here() {
        return current.session();
    }
}
