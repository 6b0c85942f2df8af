package com.texchange.accounts;

import com.texchange.accounts.OperatorChange.Kind;
import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.partners.Companies;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What the sales department does with the people of any company, each time with a reason that is kept. */
@Service
@Validated
@Transactional
public class PeopleOfCompanies {

    private final AccountRepository accounts;
    private final ColleagueInvitations invitations;
    private final CompanyPeople colleagues;
    private final Companies companies;
    private final AdministratorLetters letters;
    private final PeopleTrail trail;
    private final OperatorChanges changes;

    PeopleOfCompanies(AccountRepository accounts, ColleagueInvitations invitations, CompanyPeople colleagues, Companies companies,
            AdministratorLetters letters, PeopleTrail trail, OperatorChanges changes) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.colleagues = colleagues;
        this.companies = companies;
        this.letters = letters;
        this.trail = trail;
        this.changes = changes;
    }

    /** Everybody of a company, by name; at most 200. */
    @Transactional(readOnly = true)
    public List<Colleague> of(CompanyId company, Actor sales) {
        sales.require(Role.SALES);
        return colleagues.colleagues(company);
    }

    /** What was done so far, the latest first; at most 100. */
    @Transactional(readOnly = true)
    public List<OperatorChange> history(CompanyId company, Actor sales) {
        sales.require(Role.SALES);
        return changes.of(company);
    }

    /**
     * Gives a company whose administrators have left a new one of its people; those that it has are written to.
     *
     * @throws RefusedException if the person is not in, or who decides has to show first who (s)he is
     */
    public void appoint(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        colleagues.requireFresh();
        Account person = locked(id, sales);
        if (!person.isEnabled()) {
            throw new RefusedException("accounts.register.notIn");
        }
        Position before = person.position();
        person.move(Position.ADMINISTRATOR);
        trail.changed(AuditKind.POSITION_CHANGED, person, sales, before, Position.ADMINISTRATOR + " · " + reason.strip());
        save(person, Kind.APPOINTED, reason, sales);
        letters.named(person, Objects.requireNonNull(person.companyId()), reason.strip());
        colleagues.tell(id);
    }

    /**
     * The same with somebody who is not there yet, by a letter with a link.
     *
     * @throws RefusedException as {@link ColleagueInvitations#invite}
     */
    public void invite(CompanyId company, @Valid NewColleague administrator, @NotBlank @Size(max = 1000) @SingleLine String reason,
            Actor sales) {
        sales.require(Role.SALES);
        colleagues.requireFresh();
        companies.lock(company);
        requireOn(company);
        AccountId id = invitations.invite(company, administrator, sales);
        Account invited = accounts.findById(id).orElseThrow();
        record(invited, Kind.INVITED, reason, sales);
        letters.named(invited, company, reason.strip());
    }

    /**
     * Keeps a person out, at once, or lets the person in again; the last administrator too, since an account may be in wrong hands.
     *
     * @throws RefusedException if the person is invited only
     */
    public void enable(AccountId id, boolean on, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        Account person = locked(id, sales);
        if (person.isInvited()) {
            throw new RefusedException("accounts.people.invited");
        }
        if (person.isErased()) {
            throw new RefusedException("accounts.erase.erased");
        }
        if (on) {
            requireOn(Objects.requireNonNull(person.companyId()));
        }
        person.enable(on);
        trail.changed(on ? AuditKind.PERSON_ON : AuditKind.PERSON_OFF, person, sales, null, reason.strip());
        save(person, on ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF, reason, sales);
        if (!on) {
            colleagues.end(person);
        }
    }

    /**
     * Removes the second factor of somebody who has lost it; a letter tells the person. Sessions end.
     *
     * @throws RefusedException if there is none, or who decides has to show first who (s)he is
     */
    public void removeFactor(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        colleagues.requireFresh();
        Account person = locked(id, sales);
        colleagues.removeLost(person, sales, reason.strip());
        record(person, Kind.FACTOR_REMOVED, reason, sales);
    }

    private void requireOn(CompanyId company) {
        if (companies.isOff(company)) {
            throw new RefusedException("accounts.register.companyOff");
        }
    }

    private Account locked(AccountId id, Actor sales) {
        sales.require(Role.SALES);
        CompanyId company = accounts.findById(id).map(Account::companyId).orElseThrow();
        companies.lock(company);
        return accounts.findById(id).orElseThrow();
    }

    private void save(Account person, Kind kind, String reason, Actor sales) {
        accounts.save(person);
        record(person, kind, reason, sales);
    }

    private void record(Account person, Kind kind, String reason, Actor sales) {
        changes.record(Objects.requireNonNull(person.companyId()), person.id(), person.name(), kind, reason, sales);
    }
}
