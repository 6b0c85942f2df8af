package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.mail.Contact;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The people who can sign in. For other modules; what a person asks for goes through this module's own services. */
@Service
public class Accounts {

    /** As many people of a company, or of the operator, are listed and written to: more than either is let have. */
    public static final int MOST = 1_000;

    private final AccountRepository accounts;
    private final KnownPeople known;
    private final PasswordLinks links;
    private final PasswordChange passwords;
    private final AccountProperties properties;
    private final Companies companies;
    private final NewAccounts fresh;

    Accounts(AccountRepository accounts, KnownPeople known, PasswordLinks links, PasswordChange passwords, AccountProperties properties,
            Companies companies, NewAccounts fresh) {
        this.accounts = accounts;
        this.known = known;
        this.links = links;
        this.passwords = passwords;
        this.properties = properties;
        this.companies = companies;
        this.fresh = fresh;
    }

    /** Who is in or was; not who is only invited. */
    @Transactional(readOnly = true)
    public Optional<AccountInfo> find(EmailAddress email) {
        return known.find(email);
    }

    /** @throws NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public AccountInfo get(AccountId id) {
        return known.get(id);
    }

    /** The person with the rights of now, for what was asked for earlier; empty for one who may not sign in any more. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(AccountId id) {
        return known.enabled(id).map(AccountInfo::actor);
    }

    /** Enabled people of a company, by name; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<AccountInfo> ofCompany(CompanyId company) {
        return known.ofCompany(company);
    }

    /** All who administer a company and are enabled, by name. */
    @Transactional(readOnly = true)
    public List<AccountInfo> administratorsOf(CompanyId company) {
        return known.administratorsOf(company, MOST);
    }

    /**
     * Before somebody is let into a company who has asked for it. Holds the company: of two who are let in at once the second is asked
     * about after the first.
     *
     * @param awaited how many others are let in whose accounts are not open yet; asked for under the lock
     * @throws RefusedException if the person would be one more than the company may have
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireRoom(CompanyId company, EmailAddress newcomer, IntSupplier awaited) {
        companies.lock(company);
        boolean counted = accounts.findByEmail(newcomer).filter(person -> person.belongsTo(company)).isPresent();
        if (!counted && accounts.countOf(company) + awaited.getAsInt() >= ColleagueInvitations.MOST) {
            throw new RefusedException("accounts.people.tooMany", ColleagueInvitations.MOST);
        }
    }

    /** The first by name of those who administer a company and are enabled. */
    @Transactional(readOnly = true)
    public Optional<AccountInfo> administratorOf(CompanyId company) {
        return known.administratorsOf(company, 1).stream().findFirst();
    }

    /**
     * Who answers for what somebody of a company has begun: that person, or an administrator of the company once the person may not sign
     * in any more. Empty if there is none either.
     */
    @Transactional(readOnly = true)
    public Optional<AccountInfo> inCharge(CompanyId company, AccountId whoBegan) {
        return known.enabled(whoBegan).or(() -> administratorOf(company));
    }

    /**
     * Whom a company's partner can ask: its contact, with whoever is in charge for what the company has not told.
     *
     * @param whoBegan what it is about; null if that was nobody of the company: then an administrator is in charge
     */
    @Transactional(readOnly = true)
    public Contact contactOf(CompanyId company, @Nullable AccountId whoBegan) {
        CompanyInfo data = companies.get(company);
        Optional<AccountInfo> person = whoBegan == null ? administratorOf(company) : inCharge(company, whoBegan);
        return person.map(one -> one.contactOf(data))
                .orElseGet(() -> new Contact(data.name(), data.contactName(), data.contactPhone(), data.contactEmail()));
    }

    /** Enabled people who hold a role of the operator, by name; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<AccountInfo> withRole(Role role) {
        return known.withRole(role);
    }

    /**
     * Opens an account, or gives the one that the address already has, with the roles added. Whoever was only invited to the company
     * is in, and the end of the invitation takes nothing away. Who is signed in holds the added roles from the next sign-in on. The first
     * person of a company is its administrator; a company that is switched off lets its new person in when it is switched on.
     *
     * @throws RefusedException if the address belongs to somebody of another company or of the operator: roles count
     *                          for the account's own company, so they must not be added there
     */
    @Transactional
    public AccountInfo open(NewAccount account) {
        return open(account, null);
    }

    /** As {@link #open(NewAccount)}. @param by who opens it; null for a step of the system */
    @Transactional
    public AccountInfo open(NewAccount account, @Nullable Actor by) {
        CompanyId company = account.companyId();
        if (company != null) {
            companies.lock(company);
        }
        accounts.hold(account.email());
        accounts.makeWay(account.email(), company);
        boolean isNew = fresh.insertOrLetIn(account);
        Account stored = accounts.findByEmail(account.email()).orElseThrow();
        if (!stored.belongsTo(account.companyId())) {
            throw new RefusedException("accounts.open.otherCompany", account.email().value());
        }
        boolean hasMore = stored.add(account.roles());
        if (hasMore) {
            accounts.save(stored);
        }
        if (isNew || hasMore) {
            fresh.record(stored, isNew, by);
        }
        return info(stored);
    }

    /**
     * How a person comes in.
     *
     * @param enabled        whether at all: neither the person nor the company is switched off
     * @param awaitsPassword whether the person still has to set a first password
     */
    public record Admission(boolean enabled, boolean awaitsPassword) {
    }

    @Transactional(readOnly = true)
    public Admission admission(AccountId id) {
        Account account = stored(id);
        return new Admission(account.isEnabled(), account.awaitsPassword());
    }

    /**
     * A fresh link to set the first password, good until the end of a day and until it is used or another one is made: an account
     * has one that works. In a letter's model put {@link #passwordLetter}, so that a repeated step, whose letter is known already,
     * makes none.
     */
    @Transactional
    public PasswordLink passwordLink(AccountId id) {
        return passwordLink(id, null);
    }

    /** The same with a page to go on to after signing in, as {@link SignIn#link} takes it. */
    @Transactional
    public PasswordLink passwordLink(AccountId id, @Nullable String continuePath) {
        Account account = stored(id);
        return links.create(account.id(), properties.passwordLinkValid(), known.zoneOf(account), continuePath);
    }

    /**
     * What a letter says of a link to set a password: {@code link} and {@code validUntil}, made when the letter is written.
     *
     * @param continuePath see {@link #passwordLink(AccountId, String)}
     */
    public Map<String, Object> passwordLetter(AccountId id, @Nullable String continuePath) {
        Supplier<PasswordLink> link = SingletonSupplier.of(() -> passwordLink(id, continuePath));
        return Map.of("link", (Supplier<String>) () -> link.get().url(),
                "validUntil", (Supplier<Instant>) () -> link.get().expiresAt());
    }

    /** Sets a password without a link, and without asking whether it is a good one; for loading demo data. */
    public void setPassword(AccountId id, String password) {
        passwords.setAnyhow(id, password);
    }

    /** Remembers the language that a person chose, for pages and letters. */
    @Transactional
    public void chooseLanguage(AccountId id, Locale locale) {
        Account account = stored(id);
        account.choose(locale);
        accounts.save(account);
    }

    private AccountInfo info(Account account) {
        return account.info(known.zoneOf(account));
    }

    private Account stored(AccountId id) {
        return accounts.findById(id).orElseThrow(() -> new NoSuchElementException("no account " + id));
    }
}
