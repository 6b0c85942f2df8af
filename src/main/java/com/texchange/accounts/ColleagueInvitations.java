package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Colleagues whom an administrator of a company invites. Who is invited has an account that is switched off until the first password
 * is set by the letter's link, so neither letters of the company nor a forgotten password come before that.
 */
@Service
@Validated
@Transactional
public class ColleagueInvitations {

    /** People of one company; so the form is no way to flood others. */
    static final int MOST = 200;
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final Accounts opening;
    private final Companies companies;
    private final PasswordLinks links;
    private final InvitationLetters letters;
    private final CurrentPerson current;
    private final PeopleTrail trail;

    ColleagueInvitations(AccountRepository accounts, Accounts opening, Companies companies, PasswordLinks links,
            InvitationLetters letters, CurrentPerson current, PeopleTrail trail) {
        this.accounts = accounts;
        this.opening = opening;
        this.companies = companies;
        this.links = links;
        this.current = current;
        this.letters = letters;
        this.trail = trail;
    }

    /**
     * Invites somebody to the own company, by a letter with a link.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, the address has an
     *     account, or there are too many people
     */
    public AccountId invite(@Valid NewColleague colleague, Actor actor) {
        current.requireFresh();
        return invite(lock(actor), colleague, actor);
    }

    /** The same by the operator, whose services have asked for the right and hold the company's lock. */
    AccountId invite(CompanyId company, NewColleague colleague, Actor actor) {
        EmailAddress email = new EmailAddress(colleague.email());
        if (accounts.findByEmail(email).isPresent()) {
            throw new RefusedException("accounts.people.known", email.value());
        }
        if (accounts.countOf(company) >= MOST) {
            throw new RefusedException("accounts.people.tooMany", MOST);
        }
        AccountId id = opening.open(new NewAccount(email, colleague.name().strip(), company, roles(companies.get(company)),
                colleague.locale())).id();
        Account invited = accounts.findById(id).orElseThrow();
        invited.enable(false);
        invited.move(colleague.position());
        send(invited, actor);
        trail.changed(AuditKind.COLLEAGUE_INVITED, invited, actor, null, invited.position());
        return id;
    }

    private static Set<Role> roles(CompanyInfo company) {
        Set<Role> roles = new HashSet<>();
        if (company.supplier()) {
            roles.add(Role.SUPPLIER);
        }
        if (company.distributor()) {
            roles.add(Role.DISTRIBUTOR);
        }
        return roles;
    }

    /**
     * Sends the letter again, with a new link; the earlier one ends.
     *
     * @throws RefusedException if the person does not administer the company, the colleague is in, or was written to just now
     */
    public void resend(AccountId id, Actor actor) {
        Account invited = invited(id, actor);
        if (links.madeWithin(id, BETWEEN_LETTERS)) {
            throw new RefusedException("accounts.people.justSent");
        }
        send(invited, actor);
        trail.changed(AuditKind.COLLEAGUE_REMINDED, invited, actor, null, null);
    }

    /**
     * Takes an invitation back: nothing is left of it, and its link ends.
     *
     * @throws RefusedException if the person does not administer the company, or the colleague is in by now
     */
    public void withdraw(AccountId id, Actor actor) {
        Account invited = invited(id, actor);
        accounts.delete(invited);
        trail.changed(AuditKind.COLLEAGUE_WITHDRAWN, invited, actor, null, null);
    }

    private void send(Account invited, Actor actor) {
        letters.send(invited, companies.get(Objects.requireNonNull(invited.companyId())).name(), actor);
    }

    private Account invited(AccountId id, Actor actor) {
        CompanyId company = lock(actor);
        Account account = accounts.findById(id).filter(found -> found.belongsTo(company))
                .orElseThrow(() -> new AccessDeniedException("not of this company"));
        if (!account.isInvited()) {
            throw new RefusedException("accounts.people.in");
        }
        return account;
    }

    private CompanyId lock(Actor actor) {
        CompanyId company = actor.administeredCompany();
        companies.lock(company);
        accounts.findById(actor.id()).filter(Account::isEnabled).map(Account::actor).filter(Actor::administers)
                .orElseThrow(() -> new RefusedException(Actor.ADMINISTRATORS_ONLY));
        return company;
    }
}
