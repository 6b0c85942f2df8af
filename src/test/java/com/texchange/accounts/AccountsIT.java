package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.testing.IntegrationTest;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@IntegrationTest
class AccountsIT {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    Accounts accounts;
    @Autowired
    People people;
    @Autowired
    SeenPeople seen;
    @Autowired
    JdbcClient jdbc;
    private final EmailAddress email = new EmailAddress("ann-" + UUID.randomUUID() + "@example.com");

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void openingAnAccountTwiceGivesTheSameOneWithAllRoles() {
        CompanyId company = company();
        AccountInfo first = accounts.open(newAccount(company, Role.SUPPLIER));
        AccountInfo second = accounts.open(newAccount(company, Role.DISTRIBUTOR));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(accounts.get(first.id()).roles()).containsExactlyInAnyOrder(Role.SUPPLIER, Role.DISTRIBUTOR);
        assertThat(accounts.find(email)).contains(accounts.get(first.id()));
        assertThat(accounts.ofCompany(company)).containsExactly(accounts.get(first.id()));
    }

    @Test
    void rolesAreNotAddedToSomebodyOfAnotherCompany() {
        AccountInfo account = accounts.open(newAccount(company(), Role.SUPPLIER));

        assertThatThrownBy(() -> accounts.open(newAccount(company(), Role.DISTRIBUTOR)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> accounts.open(newAccount(null, Role.SALES))).isInstanceOf(RefusedException.class);
        assertThat(accounts.get(account.id()).roles()).containsExactly(Role.SUPPLIER);
    }

    /** A company may have come to more people than it could invite: letters go to all of them. */
    @Test
    void findsEverybodyOfACompanyWhereverTheNameStands() {
        CompanyId company = company();
        assertThat(accounts.administratorOf(company)).isEmpty();
        AccountInfo first = accounts.open(new NewAccount(email, "Яков Последний", company, Set.of(Role.SUPPLIER), Languages.RUSSIAN));
        for (int i = 0; i < ColleagueInvitations.MOST; i++) {
            accounts.open(new NewAccount(new EmailAddress("a" + i + "-" + email.value()), "Анна " + i, company, Set.of(Role.SUPPLIER), Languages.RUSSIAN));
        }

        assertThat(accounts.ofCompany(company)).hasSize(ColleagueInvitations.MOST + 1).contains(first);
        assertThat(seen.of(company)).hasSize(ColleagueInvitations.MOST + 1).extracting(Colleague::id).contains(first.id());
        assertThat(accounts.administratorOf(company)).contains(first);
        jdbc.sql("update account set enabled = false where id = ?").param(first.id().value()).update();
        assertThat(accounts.administratorOf(company)).isEmpty();
    }

    @Test
    void findsTheOperatorsPeopleByRole() {
        AccountInfo account = accounts.open(newAccount(null, Role.PROCESS_MANAGER));

        assertThat(accounts.withRole(Role.PROCESS_MANAGER)).contains(account);
        assertThat(accounts.withRole(Role.SALES)).doesNotContain(account);
    }

    /** The sales department is written to about what is overdue, and whoever is left out does not know. */
    @Test
    void findsAllOfTheOperatorsPeopleWithARole() {
        AccountInfo last = accounts.open(new NewAccount(email, "Яков Последний", null, Set.of(Role.PROCESS_MANAGER), Languages.RUSSIAN));
        String others = "%-" + email.value();
        jdbc.sql("""
                insert into account (id, version, email, name, language, enabled, created_at)
                select gen_random_uuid(), 0, n || '-' || cast(? as text), 'Анна', 'ru', true, now() from generate_series(1, 110) n""").param(email.value()).update();
        jdbc.sql("insert into account_role (account, role) select id, 'PROCESS_MANAGER' from account where email like ?").param(others).update();
        try {
            assertThat(accounts.withRole(Role.PROCESS_MANAGER)).contains(last);
        } finally {
            // The operator has no room for so many beside those of other tests.
            jdbc.sql("delete from account_role where account in (select id from account where email like ?)").param(others).update();
            jdbc.sql("delete from account where email like ?").param(others).update();
        }
    }

    @Test
    void nobodySignsInBeforeAPasswordIsSet() {
        AccountInfo account = accounts.open(newAccount(null, Role.SALES));
        assertThat(accounts.admission(account.id()).awaitsPassword()).isTrue();
        assertThatThrownBy(() -> people.loadUserByUsername(email.value())).isInstanceOf(UsernameNotFoundException.class);

        accounts.setPassword(account.id(), PASSWORD);

        assertThat(accounts.admission(account.id()).awaitsPassword()).isFalse();
        assertThat(people.loadUserByUsername(email.value()).getAuthorities()).extracting("authority")
                .containsExactly("ROLE_SALES");
        assertThatThrownBy(() -> people.loadUserByUsername("not an address"))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void bothFormsOfADomainSignIn() {
        EmailAddress address = new EmailAddress("ann-" + UUID.randomUUID() + "@почта-пример.рф");
        AccountInfo account = accounts.open(new NewAccount(address, "Ann", null, Set.of(Role.SALES), Languages.ENGLISH));
        accounts.setPassword(account.id(), PASSWORD);

        assertThat(people.loadUserByUsername(" " + address.ascii().toUpperCase(Locale.ROOT)))
                .isEqualTo(people.loadUserByUsername(address.value()));
        assertThat(accounts.find(new EmailAddress(address.ascii()))).contains(accounts.get(account.id()));
    }

    /** An earlier rule let two forms of one mailbox have an account each, and took what no mail server takes. */
    @Test
    void accountsOfAnEarlierRuleSignInAsTheyStand() {
        String mailbox = "ann-" + UUID.randomUUID();
        AccountInfo first = accounts.open(new NewAccount(new EmailAddress(mailbox + "@почта-пример.рф"), "Ann", null,
                Set.of(Role.SALES), Languages.ENGLISH));
        AccountInfo second = accounts.open(newAccount(null, Role.SALES));
        EmailAddress ascii = EmailAddress.stored(first.email().ascii());
        jdbc.sql("update account set email = ? where id = ?").params(ascii.value(), second.id().value()).update();
        accounts.setPassword(first.id(), PASSWORD);
        accounts.setPassword(second.id(), PASSWORD);

        assertThat(people.loadUserByUsername(ascii.value()))
                .isNotEqualTo(people.loadUserByUsername(first.email().value()));
        assertThat(accounts.get(second.id()).email()).isEqualTo(ascii);

        jdbc.sql("update account set email = ? where id = ?").params(mailbox + ".@example.com", second.id().value())
                .update();
        assertThat(people.loadUserByUsername(mailbox + ".@Example.com").getUsername()).isEqualTo(mailbox + ".@example.com");
        assertThatThrownBy(() -> people.loadUserByUsername("\0")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void aChosenLanguageIsRemembered() {
        AccountInfo account = accounts.open(newAccount(null, Role.SALES));
        accounts.setPassword(account.id(), PASSWORD);
        accounts.chooseLanguage(account.id(), Languages.RUSSIAN);

        assertThat(accounts.get(account.id()).locale()).isEqualTo(Languages.RUSSIAN);
    }

    @Test
    void anUnknownAccountIsAnError() {
        assertThatThrownBy(() -> accounts.get(AccountId.random())).isInstanceOf(NoSuchElementException.class);
    }

    private NewAccount newAccount(CompanyId company, Role role) {
        return new NewAccount(email, "Ann", company, Set.of(role), Languages.ENGLISH);
    }

    private CompanyId company() {
        CompanyId company = CompanyId.random();
        jdbc.sql("""
                insert into company (id, version, name, supplier, distributor, created_at)
                values (?, 0, 'Company', true, true, now())
                """).param(company.value()).update();
        return company;
    }
}
