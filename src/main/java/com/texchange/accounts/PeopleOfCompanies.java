package com.texchange.accounts;

import com.texchange.accounts.OperatorChange.Kind;
import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import com.texchange.partners.Companies;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What the sales department does with the people of any company; whatever it decides, with a reason that is kept. */
@Service
@Validated
@Transactional
public class PeopleOfCompanies {

    private final HeldPeople held;
    private final SeenPeople seen;
    private final ColleagueInvitations invitations;
    private final AccountChange change;
    private final SecondFactors factors;
    private final Companies companies;
    private final AdministratorLetters letters;
    private final OperatorChanges changes;

    PeopleOfCompanies(HeldPeople held, SeenPeople seen, ColleagueInvitations invitations, AccountChange change, SecondFactors factors,
            Companies companies, AdministratorLetters letters, OperatorChanges changes) {
        this.held = held;
        this.seen = seen;
        this.invitations = invitations;
        this.change = change;
        this.factors = factors;
        this.companies = companies;
        this.letters = letters;
        this.changes = changes;
    }

    /** Everybody of a company, by name; at most 1,000. */
    @Transactional(readOnly = true)
    public List<Colleague> of(CompanyId company, Actor sales) {
        sales.require(Role.SALES);
        return seen.of(company);
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
     * @throws RefusedException if the person is not in or administers the company already, or who decides has to show first who (s)he is
     */
    public void appoint(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        held.requireFresh(sales);
        Account person = held.ofAnyCompany(id, sales);
        if (!person.isEnabled()) {
            throw new TooLateException("accounts.register.notIn");
        }
        Position before = person.position();
        if (before == Position.ADMINISTRATOR) {
            throw HeldPeople.alreadyDone();
        }
        person.move(Position.ADMINISTRATOR);
        change.made(person, AuditKind.POSITION_CHANGED, sales, before, Position.ADMINISTRATOR + " · " + TypedText.of(reason.strip()));
        record(person, Kind.APPOINTED, reason, sales);
        letters.named(person, Objects.requireNonNull(person.companyId()), reason.strip());
    }

    /**
     * The same with somebody who is not there yet, by a letter with a link.
     *
     * @throws RefusedException as {@link ColleagueInvitations#invite}
     */
    public void invite(CompanyId company, @Valid NewColleague administrator, @NotBlank @Size(max = 1000) @SingleLine String reason,
            Actor sales) {
        held.sales(sales);
        held.requireFresh(sales);
        companies.lock(company);
        requireOn(company);
        Account invited = invitations.invite(company, administrator, sales);
        record(invited, Kind.INVITED, reason, sales);
        letters.named(invited, company, reason.strip());
    }

    /**
     * Sends an invitation again, with a new link: nobody of the company may be left who could. The person was invited before, so
     * this takes no reason.
     *
     * @throws RefusedException as {@link ColleagueInvitations#resend}, or if the company is switched off
     */
    public void resend(AccountId id, Actor sales) {
        Account invited = held.ofAnyCompany(id, sales);
        requireOn(Objects.requireNonNull(invited.companyId()));
        invitations.resend(invited, sales);
    }

    /**
     * Takes an invitation back, as one to an address that was mistyped: its link ends.
     *
     * @throws RefusedException if the person is in by now
     */
    public void withdraw(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        Account invited = held.ofAnyCompany(id, sales);
        record(invited, Kind.WITHDRAWN, reason, sales);
        invitations.withdraw(invited, sales);
    }

    /**
     * Keeps a person out, at once, or lets the person in again; the last administrator too, since an account may be in wrong hands.
     *
     * @throws RefusedException if the person is invited only or erased, it is so already, or who decides has to show first who (s)he is
     */
    public void enable(AccountId id, boolean on, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        held.requireFresh(sales);
        Account person = held.ofAnyCompany(id, sales);
        person.requireSwitchable();
        held.requireOtherwise(person, on);
        if (on) {
            requireOn(Objects.requireNonNull(person.companyId()));
            person.enable(true);
            change.made(person, AuditKind.PERSON_ON, sales, null, TypedText.of(reason.strip()));
        } else {
            person.enable(false);
            change.ended(person, AuditKind.PERSON_OFF, sales, TypedText.of(reason.strip()));
        }
        record(person, on ? Kind.SWITCHED_ON : Kind.SWITCHED_OFF, reason, sales);
    }

    /**
     * Removes the second factor of somebody who has lost it; a letter tells the person. Sessions end.
     *
     * @throws RefusedException if there is none, or who decides has to show first who (s)he is
     */
    public void removeFactor(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        held.requireFresh(sales);
        Account person = held.ofAnyCompany(id, sales);
        factors.removeLost(person, sales, reason.strip());
        record(person, Kind.FACTOR_REMOVED, reason, sales);
    }

    private void requireOn(CompanyId company) {
        if (companies.isOff(company)) {
            throw new RefusedException("accounts.register.companyOff");
        }
    }

    private void record(Account person, Kind kind, String reason, Actor sales) {
        changes.record(Objects.requireNonNull(person.companyId()), person.id(), person.name(), kind, reason, sales);
    }
}
