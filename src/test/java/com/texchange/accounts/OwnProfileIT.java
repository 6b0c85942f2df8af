package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own name, password and address. */
@IntegrationTest
class OwnProfileIT {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    OwnProfile profile;
    @Autowired
    NewAddresses addresses;
    @Autowired
    Passwords passwords;
    @Autowired
    SessionStamps stamps;
    @Autowired
    People signIn;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor person;

    @BeforeEach
    void aPersonHasAPassword() {
        person = people.supplier();
        accounts.setPassword(person.id(), PASSWORD);
    }

    @Test
    void aNameIsChangedAndNotEmptied() {
        profile.rename("  Ольга Новикова ", person);

        assertThat(accounts.get(person.id()).name()).isEqualTo("Ольга Новикова");
        assertThatThrownBy(() -> profile.rename(" ", person)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> profile.rename("Ольга\r\nX", person)).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsSessions() {
        SignedInPerson before = session(person.email().value());
        assertThatThrownBy(() -> profile.changePassword("not that one", person)).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.profile.wrongPassword");
        String path = profile.changePassword(PASSWORD, person);
        assertThat(path).startsWith("set-password?token=");
        passwords.set(path.replaceAll(".*token=", ""), "другие слова для входа");

        assertThat(stamps.isGood(before)).isFalse();
        assertThatThrownBy(() -> profile.changePassword(PASSWORD, person)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aNewAddressIsConfirmedThereAndToldToTheOldOne() {
        SignedInPerson before = session(person.email().value());
        assertThatThrownBy(() -> addresses.ask(email, "not that one", person)).isInstanceOf(RefusedException.class);
        addresses.ask(email, PASSWORD, person);
        assertThatThrownBy(() -> addresses.ask(email, PASSWORD, person)).hasMessage("accounts.people.justSent");
        String token = Mailbox.of(email).await("Подтвердите новый адрес").link().replaceAll(".*token=", "");
        assertThat(addresses.look(token)).contains(new EmailAddress(email));
        assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
        addresses.confirm(token);

        assertThat(accounts.get(person.id()).email()).isEqualTo(new EmailAddress(email));
        assertThat(stamps.isGood(before)).isFalse();
        assertThat(session(email).actor().id()).isEqualTo(person.id());
        assertThat(Mailbox.of(person.email().value()).await("Адрес для входа изменён").text()).doesNotContain(email);
        assertThat(addresses.look(token)).isEmpty();
        assertThatThrownBy(() -> addresses.confirm(token)).hasMessage("accounts.profile.deadLink");
    }

    @Test
    void anotherLinkReplacesTheFirstAndAnOldOneIsDead() {
        addresses.ask(email, PASSWORD, person);
        String first = Mailbox.of(email).await("Подтвердите новый адрес").link().replaceAll(".*token=", "");
        jdbc.sql("update address_change set asked_at = asked_at - interval '1 hour' where account_id = ?").param(person.id().value()).update();
        String other = TestPeople.anyEmail();
        addresses.ask(other, PASSWORD, person);
        String second = Mailbox.of(other).await("Подтвердите новый адрес").link().replaceAll(".*token=", "");
        assertThat(addresses.look(first)).isEmpty();
        assertThat(addresses.look(second)).isPresent();
        jdbc.sql("update address_change set expires_at = now() - interval '1 second' where account_id = ?").param(person.id().value()).update();

        assertThatThrownBy(() -> addresses.confirm(second)).hasMessage("accounts.profile.deadLink");
    }

    @Test
    void anAddressThatHasAnAccountIsNotWrittenToAndNotTaken() {
        String taken = people.supplier().email().value();
        addresses.ask(taken, PASSWORD, person);

        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(taken).query(Integer.class).single()).isZero();
        assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
    }

    private SignedInPerson session(String address) {
        return (SignedInPerson) signIn.loadUserByUsername(address);
    }
}
