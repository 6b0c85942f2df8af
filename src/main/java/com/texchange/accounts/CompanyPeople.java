package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a company, as its administrators look after them. */
@Service
@Transactional
public class CompanyPeople {

    private final AccountRepository accounts;
    private final HeldPeople held;
    private final SeenPeople seen;
    private final AccountChange change;
    private final SecondFactors factors;

    CompanyPeople(AccountRepository accounts, HeldPeople held, SeenPeople seen, AccountChange change, SecondFactors factors) {
        this.accounts = accounts;
        this.held = held;
        this.seen = seen;
        this.change = change;
        this.factors = factors;
    }

    /** Everybody of the own company, by name; at most 1,000. */
    @Transactional(readOnly = true)
    public List<Colleague> of(Actor actor) {
        CompanyId company = actor.companyId();
        if (company == null) {
            throw new AccessDeniedException("belongs to no company");
        }
        return seen.of(company);
    }

    /**
     * Gives a colleague another position. Sessions of the former one end.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, or nobody would
     *     administer it any more
     */
    public void move(AccountId id, Position position, Actor actor) {
        held.requireFresh(actor);
        Account colleague = held.colleague(id, actor);
        Position before = colleague.position();
        if (before == position) {
            return;
        }
        if (position != Position.ADMINISTRATOR) {
            keepAnAdministrator(colleague);
        }
        colleague.move(position);
        change.made(colleague, AuditKind.POSITION_CHANGED, actor, before, position);
    }

    /**
     * Keeps a colleague out, at once, or lets the colleague in again.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, nobody would administer it
     *     any more, or the colleague is not in yet
     */
    public void enable(AccountId id, boolean on, Actor actor) {
        held.requireFresh(actor);
        Account colleague = held.colleague(id, actor);
        colleague.requireSwitchable();
        if (colleague.isEnabled() == on) {
            return;
        }
        if (on) {
            colleague.enable(true);
            change.made(colleague, AuditKind.PERSON_ON, actor, null, null);
        } else {
            keepAnAdministrator(colleague);
            colleague.enable(false);
            change.ended(colleague, AuditKind.PERSON_OFF, actor, null);
        }
    }

    /** Ends all sessions of a colleague, who has to sign in anew; also in browsers that remember the person. */
    public void endSessions(AccountId id, Actor actor) {
        Account colleague = held.colleague(id, actor);
        colleague.endSessions();
        change.ended(colleague, AuditKind.SESSIONS_ENDED, actor, null);
    }

    /**
     * Removes the second factor of a colleague who has lost it; a letter tells the colleague. Sessions end.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, it is the own one, or
     *     there is none
     */
    public void removeFactor(AccountId id, Actor actor) {
        held.requireFresh(actor);
        factors.removeLost(held.colleague(id, actor), actor, null);
    }

    private void keepAnAdministrator(Account colleague) {
        boolean administers = colleague.isEnabled() && colleague.position() == Position.ADMINISTRATOR;
        if (administers && accounts.countOtherAdministrators(Objects.requireNonNull(colleague.companyId()), colleague.id()) == 0) {
            throw new RefusedException("accounts.people.lastAdministrator");
        }
    }
}
