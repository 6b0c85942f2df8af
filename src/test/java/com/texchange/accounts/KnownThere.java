package com.texchange.accounts;

import com.texchange.common.Actor;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server of a test's company, as the database knows it: nobody asks it. */
final class KnownThere {

    private KnownThere() {
    }

    /** The person as the server knows it. */
    static KnownElsewhere as(Actor person, JdbcClient jdbc) {
        KnownElsewhere known = new KnownElsewhere(UUID.randomUUID(), UUID.randomUUID());
        jdbc.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at, generation)
                values (:company, 'https://login.example.com', 'client', ''::bytea, '{}', true, false, now(), :generation)
                """)
                .param("company", person.companyId()).param("generation", known.through()).update();
        jdbc.sql("""
                insert into identity_link (id, company_id, subject, account_id, linked_at, last_used) values (:id, :company, :subject, :account, now(), now())
                """)
                .param("id", known.as()).param("company", person.companyId()).param("subject", person.name()).param("account", person.id()).update();
        return known;
    }

    static void forget(KnownElsewhere known, JdbcClient jdbc) {
        jdbc.sql("delete from identity_link where id = :id").param("id", known.as()).update();
    }
}
