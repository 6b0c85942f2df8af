package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which company has to answer before a request is fulfilled: its people know theirs, and what it shall be they decide. */
@Component
class WhomToAsk {

    private final Accounts accounts;
    private final Companies companies;

    WhomToAsk(Accounts accounts, Companies companies) {
        this.accounts = accounts;
        this.companies = companies;
    }

    /** Empty where nobody has to be asked: the company is a new one, or whoever asks decides for it, or has already what is asked for. */
    Optional<CompanyInfo> about(RegistrationInfo request) {
        return about(request, accounts.find(request.email()));
    }

    /** The same for the account that the address was found to have. */
    Optional<CompanyInfo> about(RegistrationInfo request, Optional<AccountInfo> account) {
        return account.isEmpty() ? companies.find(request.taxId())
                : account.filter(known -> !decides(known, request.kind())).map(AccountInfo::companyId).map(companies::get);
    }

    /** Whether somebody of the company asks that it be what it is not yet. */
    boolean isToWiden(RegistrationInfo request, CompanyId company) {
        return accounts.find(request.email()).filter(account -> company.equals(account.companyId())
                && !account.roles().contains(request.kind().role())).isPresent();
    }

    private boolean decides(AccountInfo account, Applicant kind) {
        return accounts.actor(account.id()).filter(now -> now.administers() || now.has(kind.role())).isPresent();
    }
}
