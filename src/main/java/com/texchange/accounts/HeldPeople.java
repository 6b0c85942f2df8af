package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TooLateException;
import com.texchange.partners.Companies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account that somebody decides about and holds its company, or the operator: of two who decide at once, the second sees what
 * the first has done. Whoever was an administrator when the page was opened need not be one any more.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HeldPeople {

    private final AccountRepository accounts;
    private final Companies companies;
    private final CurrentPerson current;
    private final JdbcClient jdbc;

    HeldPeople(AccountRepository accounts, Companies companies, CurrentPerson current, JdbcClient jdbc) {
        this.accounts = accounts;
        this.companies = companies;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** @throws RefusedException if who decides has to show first who it is */
    public void requireFresh(Actor actor) {
        current.requireFresh(actor);
    }

    /**
     * The company that a person administers.
     *
     * @throws RefusedException if (s)he does not, or not any more
     */
    public CompanyId administered(Actor administrator) {
        CompanyId company = administrator.administeredCompany();
        companies.lock(company);
        accounts.findById(administrator.id()).filter(Account::isEnabled).map(Account::actor).filter(Actor::administers)
                .orElseThrow(() -> new RefusedException(Actor.ADMINISTRATORS_ONLY));
        return company;
    }

    /** Somebody of the company that a person administers. */
    public Account colleague(AccountId id, Actor administrator) {
        CompanyId company = administered(administrator);
        return accounts.findById(id).filter(account -> account.belongsTo(company))
                .orElseThrow(() -> new AccessDeniedException("not of this company"));
    }

    /** The sales department decides, of which a person still is. */
    public void sales(Actor sales) {
        sales.require(Role.SALES);
        requireStill(Role.SALES, sales);
    }

    private void requireStill(Role role, Actor actor) {
        accounts.findById(actor.id()).filter(Account::isEnabled).map(Account::actor).filter(now -> now.has(role))
                .orElseThrow(() -> new AccessDeniedException("has the role no more"));
    }

    /** Somebody of any company, by the sales department. */
    public Account ofAnyCompany(AccountId id, Actor sales) {
        sales(sales);
        CompanyId company = accounts.findById(id).map(Account::companyId)
                .orElseThrow(() -> new AccessDeniedException("not of a company"));
        companies.lock(company);
        return accounts.findById(id).orElseThrow();
    }

    /**
     * Before one of any company is let in or kept out.
     *
     * @throws RefusedException if it is so already: a colleague may have been faster than whoever reads an old page
     */
    public void requireOtherwise(Account person, boolean on) {
        if (on ? person.isEnabled() : accounts.isOut(person.id())) {
            throw alreadyDone();
        }
    }

    /** What is done again would be told and kept again. */
    static RefusedException alreadyDone() {
        return new TooLateException("accounts.register.already");
    }

    /** All of the operator's people at once. */
    public void operator(Actor administrator) {
        administrator.require(Role.ADMINISTRATOR);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('people of the operator', 0))").query().singleRow();
        requireStill(Role.ADMINISTRATOR, administrator);
    }

    /** One of the operator's people. */
    public Account ofOperator(AccountId id, Actor administrator) {
        operator(administrator);
        return accounts.findById(id).filter(account -> account.belongsTo(null))
                .orElseThrow(() -> new AccessDeniedException("not of the operator"));
    }
}
