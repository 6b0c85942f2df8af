package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of a known company is written to. */
@WithoutProcess
class CompanyLettersIT {

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

    private Actor administrator;
    private CompanyInfo company;

    @BeforeEach
    void aCompanyIsKnown() {
        administrator = people.supplier();
        company = people.companyOf(administrator.email().value());
    }

    @Test
    void everybodyIsAskedWhereverTheNameStands() {
        for (int i = 0; i < 201; i++) {
            accounts.open(new NewAccount(new EmailAddress(TestPeople.anyEmail()), "Анна " + i, company.id(), Set.of(Role.SUPPLIER), Languages.RUSSIAN));
        }
        EmailAddress last = new EmailAddress(TestPeople.anyEmail());
        accounts.open(new NewAccount(last, "Яков Последний", company.id(), Set.of(Role.SUPPLIER), Languages.RUSSIAN));

        asked();

        assertThat(letters(administrator.email().value())).isOne();
        assertThat(letters(last.value())).isOne();
    }

    /** As long as an address may be; the letters' keys are shorter. */
    @Test
    void addressesOfAnyLengthAreWrittenTo() {
        String domain = "@" + "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".example.com";
        String contact = UUID.randomUUID() + domain;
        String colleague = UUID.randomUUID() + domain;
        jdbc.sql("update company set contact_email = ? where id = ?").params(contact, company.id().value()).update();
        accounts.open(new NewAccount(new EmailAddress(colleague), "Анна", company.id(), Set.of(Role.SUPPLIER), Languages.RUSSIAN));

        asked();

        assertThat(letters(contact)).isOne();
        assertThat(letters(colleague)).isOne();
    }

    /** Somebody wants to belong to the company. */
    private void asked() {
        RegistrationId id = registrations.request(new RegistrationRequest(company.name(), company.taxId().value(), "Омск", "Ольга",
                "+7 999 123-45-67", TestPeople.anyEmail()), Languages.RUSSIAN);

        assertThat(opening.open(id).open()).isFalse();
    }

    private int letters(String recipient) {
        return jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'registration-asked'").param(recipient)
                .query(Integer.class).single();
    }
}
