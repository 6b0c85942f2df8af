package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.partners.Companies;
import com.texchange.partners.TimeZones;
import com.texchange.passwords.PasswordVerdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people without a password, or without the right one, can do; they are not signed in. */
@Service
public class Passwords {

    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final PasswordChange change;
    private final SchedulerClient scheduler;
    private final Clock schedulerClock;
    private final TimeZones zones;
    private final SignInTrail trail;
    private final Companies companies;

    Passwords(AccountRepository accounts, PasswordLinks links, PasswordChange change, SchedulerClient scheduler,
            Clock schedulerClock, TimeZones zones, SignInTrail trail, Companies companies) {
        this.accounts = accounts;
        this.links = links;
        this.change = change;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
        this.zones = zones;
        this.trail = trail;
        this.companies = companies;
    }

    /**
     * Has a letter with a link written, if the address has an account; whether it has one is not told, nor by the time that it takes.
     *
     * @param continuePath where the link leads on to once the password is set, be it in another browser; null for the
     *     sign-in page. Ignored unless it is a path of this application
     */
    @Transactional
    public void requestReset(String address, @Nullable String continuePath) {
        String path = continuePath != null && SignIn.isLocal(continuePath) ? continuePath : null;
        trail.forgotten(address);
        scheduler.scheduleIfNotExists(ResetLetters.of(address, path), schedulerClock.now());
    }

    /** Whether a link's token can be used; asking does not use it. */
    @Transactional(readOnly = true)
    public boolean isUsable(String token) {
        return owner(token).isPresent();
    }

    /**
     * Whether a link sets no password since the company is switched off, so that another one would not help either. Told by a link alone, also
     * by one that has ended: nobody else learns it.
     */
    @Transactional(readOnly = true)
    public boolean isCompanyOff(String token) {
        return links.owner(token).flatMap(accounts::findById).filter(this::isOff).isPresent();
    }

    /** Whose link can be used. */
    private Optional<Account> owner(String token) {
        return links.find(token).flatMap(accounts::findById).filter(account -> !isOff(account));
    }

    private boolean isOff(Account account) {
        CompanyId company = account.companyId();
        return company != null && companies.isOff(company);
    }

    /** Where a link leads on to once the password is set, as {@link SignIn#link} takes it; empty for the sign-in page. */
    @Transactional(readOnly = true)
    public Optional<String> continuePath(String token) {
        return links.continuePath(token).filter(SignIn::isLocal);
    }

    /** Whose password a link's token sets, and until when; empty if it can't be used. */
    @Transactional(readOnly = true)
    public Optional<LinkTerm> term(String token) {
        return owner(token).flatMap(account -> links.validUntil(token)
                .map(until -> new LinkTerm(account.id(), account.name(), account.email(), until, zones.of(account.companyId()),
                        change.shortest(account.id()))));
    }

    /**
     * Sets the password of the account that a link belongs to, and uses the link up.
     *
     * @throws RefusedException if the password breaks the rule, which leaves the link as it was, or the link was used,
     *                          has expired, was replaced or never existed, or the company is switched off
     */
    public void set(String token, String password) {
        if (isCompanyOff(token)) {
            throw new RefusedException("accounts.setPassword.companyOff");
        }
        change.setByLink(token, password);
    }

    /**
     * What a password is worth that is being typed.
     *
     * @throws RefusedException if the link is dead, or too many passwords are looked at just now
     */
    public PasswordVerdict judge(String token, String password) {
        return change.judge(token, password);
    }
}
