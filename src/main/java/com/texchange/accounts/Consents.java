package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.help.AgreementVersions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has accepted which version of the license agreement: whoever sets a password, of the version that is in force then; of a later one,
 * whoever is asked on the home page.
 */
@Service
public class Consents {

    private final AgreementVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    Consents(AgreementVersions versions, JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * One version that somebody has accepted, for the first time.
     *
     * @param since when the version came into force; null if it is not known here
     */
    public record Consent(@Nullable Instant since, Instant agreedAt) {
    }

    /** In the transaction that sets the password. @return whether it is the first time */
    boolean give(AccountId person) {
        return jdbc.sql("insert into account_consent (account_id, version, agreed_at) values (:id, :version, :now) on conflict do nothing")
                .param("id", person).param("version", versions.current()).param("now", clock.instant()).update() == 1;
    }

    /** Whether the person has not accepted the version that is in force. */
    @Transactional(readOnly = true)
    public boolean isToBeAsked(Actor actor) {
        return !jdbc.sql("select exists (select from account_consent where account_id = :id and version = :version)")
                .param("id", actor.id()).param("version", versions.current()).query(Boolean.class).single();
    }

    /** The person accepts the version that is in force, having been asked; a second page may ask still. */
    @Transactional
    public void accept(Actor actor) {
        if (give(actor.id())) {
            audit.record(Audited.of(AuditKind.AGREEMENT_ACCEPTED, actor).about(AuditSubject.account(actor.id(), actor.name()))
                    .values(null, versions.current()));
        }
    }

    /** One's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(Actor actor) {
        return jdbc.sql("select version, agreed_at from account_consent where account_id = :id order by agreed_at desc")
                .param("id", actor.id())
                .query((row, number) -> new Consent(versions.since(row.getString("version")).orElse(null),
                        row.getTimestamp("agreed_at").toInstant())).list();
    }
}
