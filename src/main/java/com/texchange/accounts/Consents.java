package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.help.AgreementVersions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has accepted which version of the license agreement: whoever sets a password, of the version that is in force then. */
@Service
public class Consents {

    private final AgreementVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(AgreementVersions versions, JdbcClient jdbc, Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One version that somebody has accepted, for the first time. */
    public record Consent(String version, Instant agreedAt) {
    }

    /** In the transaction that sets the password. */
    void give(AccountId person) {
        jdbc.sql("insert into account_consent (account_id, version, agreed_at) values (:id, :version, :now) on conflict do nothing")
                .param("id", person).param("version", versions.current()).param("now", clock.instant()).update();
    }

    /** One's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(Actor actor) {
        return jdbc.sql("select version, agreed_at from account_consent where account_id = :id order by agreed_at desc")
                .param("id", actor.id()).query(Consent.class).list();
    }
}
