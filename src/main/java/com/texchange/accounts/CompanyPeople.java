package com.texchange.accounts;

import com.texchange.accounts.Colleague.State;
import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.partners.Companies;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a company, as its administrators look after them. Who decides holds the company's lock, so that of two administrators
 * who take each other's place at once the second sees what the first has done.
 */
@Service
@Transactional
public class CompanyPeople {

    private final AccountRepository accounts;
    private final Companies companies;
    private final AccessEnd access;
    private final SecondFactors factors;
    private final CurrentPerson current;
    private final PeopleTrail trail;

    CompanyPeople(AccountRepository accounts, Companies companies, AccessEnd access, SecondFactors factors, CurrentPerson current,
            PeopleTrail trail) {
        this.accounts = accounts;
        this.companies = companies;
        this.access = access;
        this.factors = factors;
        this.current = current;
        this.trail = trail;
    }

    /** Everybody of the own company, by name; at most 200. */
    @Transactional(readOnly = true)
    public List<Colleague> of(Actor actor) {
        CompanyId company = actor.companyId();
        if (company == null) {
            throw new AccessDeniedException("belongs to no company");
        }
        return colleagues(company);
    }

    List<Colleague> colleagues(CompanyId company) {
        Set<AccountId> withFactor = factors.holders(company);
        return accounts.findAllOf(company).stream().map(account -> colleague(account, withFactor.contains(account.id()))).toList();
    }

    static Colleague colleague(Account account, boolean withFactor) {
        State state = account.isEnabled() ? State.IN : account.isInvited() ? State.INVITED : State.OFF;
        return new Colleague(account.id(), account.name(), account.email(), account.position(), state,
                state == State.INVITED ? account.invitedUntil() : null, withFactor);
    }

    /**
     * Gives a colleague another position. Sessions of the former one end.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, or nobody would
     *     administer it any more
     */
    public void move(AccountId id, Position position, Actor actor) {
        current.requireFresh();
        Account colleague = locked(id, actor);
        if (colleague.position() == position) {
            return;
        }
        if (position != Position.ADMINISTRATOR) {
            keepAnAdministrator(colleague);
        }
        Position before = colleague.position();
        colleague.move(position);
        save(colleague, AuditKind.POSITION_CHANGED, actor, before, position);
        access.tell(id);
    }

    /**
     * Keeps a colleague out, at once, or lets the colleague in again.
     *
     * @throws RefusedException if the person does not administer the company, nobody would any more, or the colleague is not in yet
     */
    public void enable(AccountId id, boolean on, Actor actor) {
        Account colleague = locked(id, actor);
        if (colleague.isInvited()) {
            throw new RefusedException("accounts.people.invited");
        }
        if (colleague.isErased()) {
            throw new RefusedException("accounts.erase.erased");
        }
        if (!on) {
            keepAnAdministrator(colleague);
        }
        colleague.enable(on);
        save(colleague, on ? AuditKind.PERSON_ON : AuditKind.PERSON_OFF, actor, null, null);
        if (!on) {
            access.end(colleague);
        }
    }

    /** Ends all sessions of a colleague, who has to sign in anew; also in browsers that remember the person. */
    public void endSessions(AccountId id, Actor actor) {
        Account colleague = locked(id, actor);
        colleague.endSessions();
        save(colleague, AuditKind.SESSIONS_ENDED, actor, null, null);
        access.end(colleague);
    }

    /**
     * Removes the second factor of a colleague who has lost it; a letter tells the colleague. Sessions end.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, it is the own one, or
     *     there is none
     */
    public void removeFactor(AccountId id, Actor actor) {
        current.requireFresh();
        if (id.equals(actor.id())) {
            throw new RefusedException("accounts.factor.ofOthers");
        }
        removeLost(locked(id, actor), actor, null);
    }

    void requireFresh() {
        current.requireFresh();
    }

    void tell(AccountId id) {
        access.tell(id);
    }

    void end(Account colleague) {
        access.end(colleague);
    }

    void removeLost(Account colleague, Actor by, @Nullable String reason) {
        access.end(colleague);
        factors.removeLost(colleague, by, reason);
    }

    private void keepAnAdministrator(Account colleague) {
        boolean administers = colleague.isEnabled() && colleague.position() == Position.ADMINISTRATOR;
        if (administers && accounts.countOtherAdministrators(Objects.requireNonNull(colleague.companyId()), colleague.id()) == 0) {
            throw new RefusedException("accounts.people.lastAdministrator");
        }
    }

    /** Whoever was an administrator when the page was opened need not be one any more. */
    private Account locked(AccountId id, Actor actor) {
        CompanyId company = actor.administeredCompany();
        companies.lock(company);
        accounts.findById(actor.id()).filter(Account::isEnabled).map(Account::actor).filter(Actor::administers)
                .orElseThrow(() -> new RefusedException(Actor.ADMINISTRATORS_ONLY));
        return accounts.findById(id).filter(account -> account.belongsTo(company))
                .orElseThrow(() -> new AccessDeniedException("not of this company"));
    }

    private void save(Account colleague, AuditKind kind, Actor actor, @Nullable Position before, @Nullable Position after) {
        accounts.save(colleague);
        trail.changed(kind, colleague, actor, before, after);
    }
}
