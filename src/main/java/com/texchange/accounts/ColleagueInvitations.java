package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Colleagues whom an administrator of a company invites. */
@Service
@Validated
@Transactional
public class ColleagueInvitations {

    /** People of one company, whether they are invited or have asked; so the form is no way to flood others. */
    static final int MOST = 200;

    private final HeldPeople held;
    private final InvitedPeople people;
    private final Companies companies;

    ColleagueInvitations(HeldPeople held, InvitedPeople people, Companies companies) {
        this.held = held;
        this.people = people;
        this.companies = companies;
    }

    /**
     * Invites somebody to the own company, by a letter with a link.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, the address has an
     *     account or an invitation in it, or there are too many people
     */
    public AccountId invite(@Valid NewColleague colleague, Actor actor) {
        held.requireFresh(actor);
        return invite(held.administered(actor), colleague, actor).id();
    }

    /** The same by the operator, whose services have asked for the right and hold the company's lock. */
    Account invite(CompanyId company, NewColleague colleague, Actor actor) {
        Account invited = people.open(new NewAccount(new EmailAddress(colleague.email()), colleague.name().strip(), company,
                roles(companies.get(company)), colleague.locale()), MOST, actor);
        invited.move(colleague.position());
        people.write(invited, colleague.position(), actor);
        return invited;
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

    /** By the operator, as above. */
    void resend(Account invited, Actor actor) {
        people.resend(invited, actor);
    }

    /** By the operator, as above. */
    void withdraw(Account invited, Actor actor) {
        people.withdraw(invited, actor);
    }

    /**
     * Sends the letter again, with a new link; the earlier one ends.
     *
     * @throws RefusedException if the person does not administer the company, the colleague is in, or was written to just now
     */
    public void resend(AccountId id, Actor actor) {
        people.resend(held.colleague(id, actor), actor);
    }

    /**
     * Takes an invitation back: nothing is left of it, and its link ends.
     *
     * @throws RefusedException if the person does not administer the company, or the colleague is in by now
     */
    public void withdraw(AccountId id, Actor actor) {
        people.withdraw(held.colleague(id, actor), actor);
    }
}
