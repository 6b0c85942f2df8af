package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The stored accounts. */
interface AccountRepository extends Repository<Account, AccountId> {

    /** An address among what a copy may bring along; anything can be typed there. */
    int LONGEST_TYPED = 1_000;

    Optional<Account> findById(AccountId id);

    Optional<Account> findByEmail(EmailAddress email);

    /**
     * Until the transaction ends, nobody else gives an account this address: of two who do at once the second sees the first one's,
     * rather than break the constraint. Before the address is looked up, and before rows are locked: see {@link #lock}.
     */
    @Query("select pg_advisory_xact_lock(hashtextextended('address ' || :email, 0))::text")
    String hold(EmailAddress email);

    /**
     * Until the transaction ends, nobody else changes the account, nor what belongs to it: links, browsers, sessions, factors. Whoever changes
     * some of that, or several of it, comes by here first: the company or the operator, the address, the account, what belongs to it. So of two
     * who meet one waits, where PostgreSQL would end one if each held what the other wants.
     */
    @Query("select id::text from account where id = :id for no key update")
    @Nullable String lock(AccountId id);

    /** Invitations that cannot be taken up, since the address is somebody's. */
    List<Account> findAllByInvitedAddress(EmailAddress address);

    /** Whether an address is somebody's. Whoever is only invited elsewhere has none: anybody may have typed it there. */
    default boolean isTaken(EmailAddress address, @Nullable CompanyId company) {
        return findByEmail(address).filter(owner -> !owner.isInvited() || owner.belongsTo(company)).isPresent();
    }

    /**
     * Whoever is only invited elsewhere makes way for an address's owner, who has shown to be that: the invitation is in vain from then on, and
     * its link ends.
     */
    @Modifying
    @Query("""
            with elsewhere as (
                update account set invited_address = email, email = 'invited-' || gen_random_uuid() || '@invited.invalid', version = version + 1
                where email = :address and company_id is distinct from cast(:company as uuid)
                    and invited_by is not null and password_hash is null and not enabled
                returning id)
            delete from password_token where used_at is null and account_id in (select id from elsewhere)
            """)
    void makeWay(EmailAddress address, @Nullable CompanyId company);

    @Query("""
            select * from account where invited_until < :before and invited_by is not null and password_hash is null and not enabled
            order by invited_until limit 1000
            """)
    List<Account> findInvitedUntil(Instant before);

    /** As far back as the audit knows them. */
    @Query("select old_value from audit_listed where kind = 'ADDRESS_CHANGED' and subject_id = :account and old_value is not null")
    List<String> formerAddresses(String account);

    /** Whom a person means who types an address. One that an earlier rule has taken is found as it stands. */
    default Optional<Account> findTyped(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        Optional<Account> asItStands = typed.indexOf('\0') < 0
                ? findByEmail(EmailAddress.stored(typed.strip().toLowerCase(Locale.ROOT))) : Optional.empty();
        return asItStands.or(() -> EmailAddress.parse(typed).flatMap(this::findByEmail));
    }

    /** All of them, also those who are switched off or invited, but for those whose data are erased. */
    @Query("""
            select * from account where company_id = :company and erased_at is null
            order by name collate common_alphabet, email
            limit 1000
            """)
    List<Account> findAllOf(CompanyId company);

    @Query("select count(*) from account where company_id = :company and enabled and position = 'ADMINISTRATOR' and id <> :but")
    int countOtherAdministrators(CompanyId company, AccountId but);

    /** All of the operator's, also those who are switched off or invited, but for those whose data are erased. */
    @Query("""
            select * from account where company_id is null and erased_at is null
            order by name collate common_alphabet, email
            limit 1000
            """)
    List<Account> findAllOfOperator();

    @Query("""
            select count(*) from account a join account_role r on r.account = a.id
            where a.company_id is null and a.enabled and r.role = 'ADMINISTRATOR' and a.id <> :but
            """)
    int countOtherOperatorAdministrators(AccountId but);

    /** Kept out by itself, and not only as long as the company is. */
    @Query("select not enabled and not off_with_company from account where id = :id")
    boolean isOut(AccountId id);

    /** Of a company, or of the operator. */
    default int countOf(@Nullable CompanyId company) {
        return company == null ? countOfOperator() : countOfCompany(company);
    }

    @Query("select count(*) from account where company_id = :company and erased_at is null")
    int countOfCompany(CompanyId company);

    @Query("select count(*) from account where company_id is null and erased_at is null")
    int countOfOperator();

    void delete(Account account);

    Account save(Account account);
}
