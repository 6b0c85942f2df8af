package com.texchange.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.NewAccount;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.PersonalData;
import com.texchange.bootstrap.BootstrapProperties.Operator;
import com.texchange.bootstrap.BootstrapProperties.Supplier;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class FirstPeopleIT {

    private static final Operator NO_OPERATOR = new Operator("", "T-Exchange");
    private static final Supplier NO_SUPPLIER = new Supplier("", "", "", "");
    private final String email = TestPeople.anyEmail();
    @Autowired
    FirstPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    Companies companies;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    PersonalData data;
    @Autowired
    TestPeople others;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theOperatorsFirstPersonSetsAPasswordByTheLetter() {
        people.open(operator(Languages.RUSSIAN));

        Mailbox.ReceivedLetter letter = Mailbox.of(email).await("Ваша учётная запись");
        passwords.set(letter.token(), "a phrase of words");

        AccountInfo account = account();
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR);
        assertThat(account.companyId()).isNull();
        assertThat(accounts.admission(account.id()).awaitsPassword()).isFalse();
        assertThat(letter.html()).contains("Ваше имя для входа");
    }

    @Test
    void theSupplierComesWithItsCompany() {
        Supplier supplier = new Supplier("ООО «Завод»", TestPeople.anyTaxId(), email, "Ирина Заводская");

        people.open(new BootstrapProperties(Locale.ENGLISH, NO_OPERATOR, supplier));

        AccountInfo account = account();
        CompanyInfo company = companies.get(account.companyId());
        assertThat(account.roles()).containsExactly(Role.SUPPLIER);
        assertThat(company.name()).isEqualTo("ООО «Завод»");
        assertThat(company.supplier()).isTrue();
        Mailbox.of(email).await("Your T-Exchange account");
    }

    @Test
    void theNextStartWritesNoSecondLetter() {
        people.open(operator(Languages.ENGLISH));
        Mailbox.ReceivedLetter letter = Mailbox.of(email).await("Your T-Exchange account");

        people.open(operator(Languages.ENGLISH));

        assertThat(passwords.isUsable(letter.token())).isTrue();
        assertThat(Mailbox.of(email).letters()).hasSize(1);
    }

    /** The mailbox may be somebody else's by then, who would get all roles by the letter. */
    @Test
    void whoHasAnotherAddressByNowGetsNoSecondAccountAtTheOldOne() {
        people.open(operator(Languages.ENGLISH));
        Mailbox.of(email).await("Your T-Exchange account");
        jdbc.sql("update account set email = ? where email = ?").params(TestPeople.anyEmail(), email).update();

        people.open(operator(Languages.ENGLISH));

        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whoHasLeftAndIsErasedIsNotBroughtBackByTheNextStart() {
        BootstrapProperties supplier = new BootstrapProperties(Locale.ENGLISH, NO_OPERATOR,
                new Supplier("ООО «Завод»", TestPeople.anyTaxId(), email, "Ирина Заводская"));
        people.open(supplier);
        Mailbox.of(email).await("Your T-Exchange account");
        Actor first = account().actor();
        Actor administrator = others.colleague(first, Position.ADMINISTRATOR);
        colleagues.enable(first.id(), false, administrator);
        data.erase(first.id(), administrator);

        people.open(supplier);

        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email).query(Integer.class).single()).isZero();
    }

    /** Its account was there before the configuration named it. */
    @Test
    void norIsOneOpenedForWhoHadOneWhenItWasNamed() {
        accounts.open(new NewAccount(new EmailAddress(email), "Анна", null, Set.of(Role.SALES), Languages.RUSSIAN));
        people.open(operator(Languages.ENGLISH));
        jdbc.sql("update account set email = ? where email = ?").params(TestPeople.anyEmail(), email).update();

        people.open(operator(Languages.ENGLISH));

        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
    }

    @Test
    void whoHasAnAccountIsGivenNoMoreRights() {
        accounts.open(new NewAccount(new EmailAddress(email), "Анна", null, Set.of(Role.SALES), Languages.RUSSIAN));

        people.open(operator(Languages.ENGLISH));

        assertThat(account().roles()).containsExactly(Role.SALES);
    }

    private BootstrapProperties operator(Locale language) {
        return new BootstrapProperties(language, new Operator(email, "Ольга Первая"), NO_SUPPLIER);
    }

    private AccountInfo account() {
        return accounts.find(new EmailAddress(email)).orElseThrow();
    }
}
