package com.texchange.accounts;

import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.SearchWords;
import com.texchange.partners.Companies;
import com.texchange.passwords.PasswordPolicy;
import com.texchange.passwords.PasswordVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link PasswordPolicy} with what is known of a person: names, address and company, and whether there is a second factor. */
@Component
class PersonsPasswords {

    private final PasswordPolicy policy;
    private final Companies companies;
    private final SecondFactors factors;

    PersonsPasswords(PasswordPolicy policy, Companies companies, SecondFactors factors) {
        this.policy = policy;
        this.companies = companies;
        this.factors = factors;
    }

    /** @throws RefusedException if the password is too easy to guess, or too long to hash in time; or too many are looked at just now */
    void check(String password, Account account) {
        PasswordVerdict verdict = judge(password, account);
        String refusal = verdict.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal, verdict.arguments().toArray());
        }
    }

    /** @throws RefusedException if too many are looked at just now */
    PasswordVerdict judge(String password, Account account) {
        return policy.judge(password, about(account), shortest(account));
    }

    /** How many characters the person's password has at least. */
    int shortest(Account account) {
        return PasswordPolicy.shortest(factors.has(account.id()));
    }

    private Collection<String> about(Account account) {
        List<String> words = new ArrayList<>(Arrays.asList(account.email().value().split("[@.+_-]")));
        words.addAll(SearchWords.of(account.name()).words());
        CompanyId company = account.companyId();
        if (company != null) {
            words.addAll(SearchWords.of(companies.get(company).name()).words());
        }
        return words;
    }
}
