package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company has more people than are written to of one occasion. */
@WithoutProcess
class ManyColleaguesIT {

    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    Registrations registrations;
    @Autowired
    AccountOpening opening;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whoCanAnswerIsAskedWhereverTheNameStands() {
        Actor administrator = people.supplier();
        CompanyInfo company = people.companyOf(administrator.email().value());
        for (int i = 0; i < 101; i++) {
            accounts.open(new NewAccount(new EmailAddress(TestPeople.anyEmail()), "Анна " + i, company.id(), Set.of(Role.SUPPLIER), Languages.RUSSIAN));
        }
        assertThat(accounts.ofCompany(company.id())).extracting(AccountInfo::email).doesNotContain(administrator.email());
        RegistrationId id = registrations.request(new RegistrationRequest(company.name(), company.taxId().value(), "Омск", "Ольга",
                "+7 999 123-45-67", TestPeople.anyEmail()), Languages.RUSSIAN);

        assertThat(opening.open(id).open()).isFalse();

        assertThat(jdbc.sql("select count(*) from mail_delivery where letter_key = ?").param("registration-asked/" + id + "/" + administrator.email())
                .query(Integer.class).single()).isOne();
    }
}
