package com.texchange.accounts;

import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.SearchWords;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.passwords.PasswordPolicy;
import com.texchange.passwords.PasswordVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** {@link PasswordPolicy} with what is known of a person: names, address and company, and whether there is a second factor. */
@Component
class PersonsPasswords {

    /** Digits of a phone number in Russia, which is written with 7 or 8 before them. */
    private static final int WITHOUT_COUNTRY = 10;
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
            addAll(companies.get(company), words);
        }
        return words;
    }

    /** What partners and registers say of it, too: a tax ID is no secret, and long enough for a password. */
    private static void addAll(CompanyInfo company, List<String> words) {
        words.addAll(SearchWords.of(company.name()).words());
        words.addAll(SearchWords.of(Objects.requireNonNullElse(company.city(), "")).words());
        words.addAll(SearchWords.of(Objects.requireNonNullElse(company.contactName(), "")).words());
        TaxId taxId = company.taxId();
        if (taxId != null) {
            words.add(taxId.value());
        }
        String digits = Objects.requireNonNullElse(company.contactPhone(), "").replaceAll("[^0-9]", "");
        words.add(digits.substring(Math.max(0, digits.length() - WITHOUT_COUNTRY)));
    }
}
