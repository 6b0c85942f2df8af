package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Moments;
import com.texchange.common.RefusedException;
import com.texchange.common.SecretText;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's new addresses. One counts when its owner has opened the link in the letter that went there; the old address is told when it is
 * asked for and when it counts. The database keeps only the hash of the link's secret, and one link for a person, which ends with the
 * person's password and sessions: {@link AccessEnd}.
 */
@Service
@Transactional
public class NewAddresses {

    private static final Duration VALID = Duration.ofDays(1);
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final TimeZones zones;
    private final AccessEnd access;
    private final AddressLetters letters;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PeopleTrail trail;

    NewAddresses(AccountRepository accounts, TimeZones zones, AccessEnd access, AddressLetters letters, JdbcClient jdbc, Clock clock,
            PeopleTrail trail) {
        this.accounts = accounts;
        this.zones = zones;
        this.access = access;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
    }

    private record Asked(AccountId accountId, EmailAddress email) {
    }

    @Bean
    static Task<Void> forgetNewAddresses(NewAddresses addresses) {
        return Tasks.recurring("forget-new-addresses", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> addresses.forget());
    }

    /** What somebody is just ending is left alone. */
    void forget() {
        jdbc.sql("""
                delete from address_change where account_id = any(array(
                    select account_id from address_change where expires_at < :now for update skip locked))
                """).param("now", clock.instant()).update();
    }

    /**
     * Writes to the new address, and to the old one. Whether it has an account is not told here: then its owner is not written to.
     *
     * @throws RefusedException if it is the address of now, or was asked for just now, or often enough today: then the link of the one
     *     before stays good
     */
    void ask(EmailAddress email, Actor actor) {
        if (email.equals(actor.email())) {
            throw new RefusedException("accounts.profile.sameEmail");
        }
        accounts.lock(actor.id());
        String token = SecretText.random();
        Instant until = Moments.endOf(VALID, clock.instant(), zones.of(actor.companyId()));
        int kept = jdbc.sql("""
                insert into address_change (account_id, token_hash, email, asked_at, expires_at)
                values (:account, :hash, :email, :now, :until)
                on conflict (account_id) do update set token_hash = excluded.token_hash, email = excluded.email,
                    asked_at = excluded.asked_at, expires_at = excluded.expires_at
                where address_change.asked_at < :since or address_change.email <> excluded.email
                """)
                .param("account", actor.id()).param("hash", SecretText.hash(token)).param("email", email)
                .param("now", clock.instant()).param("until", until).param("since", clock.instant().minus(BETWEEN_LETTERS))
                .update();
        if (kept == 0) {
            throw new RefusedException("accounts.people.justSent");
        }
        Account account = accounts.findById(actor.id()).orElseThrow();
        letters.requireRoom(account, email);
        trail.changed(AuditKind.ADDRESS_ASKED, account, actor, account.email(), email);
        letters.asked(account, email);
        if (!accounts.isTaken(email, actor.companyId())) {
            letters.confirm(account, email, token, until);
        }
    }

    /** What the person has asked for and nobody has confirmed yet. */
    @Transactional(readOnly = true)
    Optional<EmailAddress> awaited(Actor actor) {
        return jdbc.sql("select email from address_change where account_id = :account and expires_at > :now")
                .param("account", actor.id()).param("now", clock.instant()).query(String.class).optional().map(EmailAddress::stored);
    }

    /** The address that a link stands for; empty if the link is damaged, used, too old or replaced. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> look(String token) {
        return find(token).map(Asked::email);
    }

    /**
     * The owner of the new address confirms it. From then on the person signs in by it, everywhere anew.
     *
     * @return whose it is
     * @throws RefusedException if the link is damaged, used, too old or replaced, or the address has an account by now
     */
    public AccountId confirm(String token) {
        Asked seen = find(token).orElseThrow(NewAddresses::deadLink);
        accounts.hold(seen.email());
        accounts.lock(seen.accountId());
        Asked asked = use(token).orElseThrow(NewAddresses::deadLink);
        Account account = accounts.findById(asked.accountId()).filter(Account::isEnabled)
                .orElseThrow(NewAddresses::deadLink);
        if (accounts.isTaken(asked.email(), account.companyId())) {
            throw new RefusedException("accounts.people.known", asked.email().value());
        }
        accounts.makeWay(asked.email(), account.companyId());
        EmailAddress before = account.email();
        access.end(account.id());
        account.moveTo(asked.email());
        accounts.save(account);
        trail.changed(AuditKind.ADDRESS_CHANGED, account, account.actor(), before, asked.email());
        letters.changed(account, before);
        return account.id();
    }

    private static RefusedException deadLink() {
        return new RefusedException("accounts.profile.deadLink");
    }

    private Optional<Asked> find(String token) {
        return ofWorking("select account_id, email from address_change where %s", token);
    }

    /** Of two who open the link at once one gets it. */
    private Optional<Asked> use(String token) {
        return ofWorking("delete from address_change where %s returning account_id, email", token);
    }

    private Optional<Asked> ofWorking(String sql, String token) {
        return jdbc.sql(sql.formatted("token_hash = :hash and expires_at > :now"))
                .param("hash", SecretText.hash(token)).param("now", clock.instant())
                .query(Asked.class).optional();
    }
}
