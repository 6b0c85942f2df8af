package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.passwords.TimedCodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The apps that make people's codes, one for a person. */
@Component
class Authenticators {

    private final JdbcClient jdbc;
    private final FactorSecrets secrets;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, FactorSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether this installation can keep their secrets. */
    boolean areOffered() {
        return secrets.areKept();
    }

    Optional<Instant> addedAt(AccountId account) {
        return jdbc.sql("select added_at from authenticator where account_id = :account").param("account", account)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /**
     * Keeps an app that has just shown a code of its own; that code is used up.
     *
     * @return whether it is such a code, and the person has no other app
     */
    boolean add(AccountId account, byte[] secret, String code) {
        OptionalLong step = TimedCodes.step(secret, code, clock.instant());
        return step.isPresent() && jdbc.sql("""
                insert into authenticator (account_id, secret, added_at, last_step) values (:account, :secret, :now, :step)
                on conflict (account_id) do nothing
                """)
                .param("account", account).param("secret", secrets.encrypt(account, secret))
                .param("now", clock.instant()).param("step", step.getAsLong()).update() == 1;
    }

    /** Whether a code is the app's of now and later than any that was accepted; of two who come with it at once, one is let in. */
    boolean accept(AccountId account, String code) {
        return jdbc.sql("select secret, last_step from authenticator where account_id = :account").param("account", account)
                .query(Kept::of).optional().filter(kept -> {
                    OptionalLong step = TimedCodes.step(secrets.decrypt(account, kept.secret), code, clock.instant());
                    return step.isPresent() && jdbc.sql("""
                            update authenticator set last_step = :step where account_id = :account and last_step < :step
                            """)
                            .param("account", account).param("step", step.getAsLong()).update() == 1;
                }).isPresent();
    }

    /** Of a company's people, or of the operator's, those who have an app or a passkey. */
    Set<AccountId> holders(@Nullable CompanyId company) {
        return jdbc.sql("""
                select a.id from account a where a.company_id is not distinct from :company
                    and (exists (select from authenticator f where f.account_id = a.id) or exists (select from passkey p where p.account_id = a.id))
                """)
                .param("company", company).query(UUID.class).list().stream().map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from authenticator where account_id = :account").param("account", account).update() == 1;
    }

    private record Kept(byte[] secret) {

        static Kept of(ResultSet row, int number) throws SQLException {
            return new Kept(row.getBytes("secret"));
        }
    }
}
