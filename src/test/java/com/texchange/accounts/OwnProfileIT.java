package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.LettersOfADay;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own name, password and address. */
@IntegrationTest
class OwnProfileIT {

    private static final String PASSWORD = TestSessions.PASSWORD;
    @Autowired
    TestPeople people;
    @Autowired
    Accounts accounts;
    @Autowired
    OwnProfile profile;
    @Autowired
    NewAddresses addresses;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    Passwords passwords;
    @Autowired
    TestSessions sessions;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor person;
    private SignedInPerson before;

    @BeforeEach
    void aPersonHasAPassword() {
        person = people.supplier();
        before = sessions.begin(person);
    }

    @Test
    void aNameIsChangedAndNotEmptied() {
        profile.rename("  Ольга Новикова ", person);
        profile.rename("Ольга Новикова", person);

        assertThat(recorded()).as("given again, it changes nothing").containsOnlyOnce("NAME_CHANGED");
        assertThat(accounts.get(person.id()).name()).isEqualTo("Ольга Новикова");
        assertThatThrownBy(() -> profile.rename(" ", person)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> profile.rename("Ольга\r\nX", person)).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsSessions() {
        assertThatThrownBy(() -> profile.changePassword("not that one", person)).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.profile.wrongPassword");
        String path = profile.changePassword(PASSWORD, person);
        assertThat(path).startsWith("set-password?token=");
        passwords.set(path.replaceAll(".*token=", ""), "другие слова для входа");

        assertThat(sessions.isGood(before)).isFalse();
        assertThatThrownBy(() -> profile.changePassword(PASSWORD, person)).isInstanceOf(RefusedException.class);
        assertThat(Mailbox.of(person.email().value()).await("Пароль изменён").text()).contains("forgot-password");
    }

    @Test
    void aNewAddressIsConfirmedThereAndToldToTheOldOne() {
        assertThatThrownBy(() -> profile.changeAddress(email, "not that one", person)).isInstanceOf(RefusedException.class);
        profile.changeAddress(email, PASSWORD, person);
        assertThatThrownBy(() -> profile.changeAddress(email, PASSWORD, person)).hasMessage("accounts.people.justSent");
        String token = Mailbox.of(email).await("Подтвердите новый адрес").token();
        assertThat(addresses.look(token)).contains(new EmailAddress(email));
        assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
        addresses.confirm(token);

        assertThat(accounts.get(person.id()).email()).isEqualTo(new EmailAddress(email));
        assertThat(sessions.isGood(before)).isFalse();
        assertThat(sessions.begin(person).getUsername()).isEqualTo(email);
        assertThat(Mailbox.of(person.email().value()).await("Адрес для входа изменён").text()).doesNotContain(email);
        assertThat(addresses.look(token)).isEmpty();
        assertThatThrownBy(() -> addresses.confirm(token)).hasMessage("accounts.profile.deadLink");
    }

    /** Whoever knows the password asks for an address of the own; its owner finds out by a letter and sets another. */
    @Test
    void aNewAddressIsToldToTheOldOneWhenItIsAskedForAndItsLinkEndsWithThePassword() {
        profile.changeAddress(email, PASSWORD, person);
        String token = Mailbox.of(email).await("Подтвердите новый адрес").token();
        String told = Mailbox.of(person.email().value()).await("Запрошен новый адрес").text();
        assertThat(told).contains("forgot-password").doesNotContain(email).doesNotContain(token);
        passwords.requestReset(person.email().value(), null);
        passwords.set(Mailbox.of(person.email().value()).await("пароль").token(), "другие слова для входа");

        assertThat(addresses.look(token)).isEmpty();
        assertThatThrownBy(() -> addresses.confirm(token)).hasMessage("accounts.profile.deadLink");
        assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
    }

    @Test
    void aNewAddressIsNoMoreOnceThePersonIsSwitchedOff() {
        Actor administrator = people.colleague(person);
        profile.changeAddress(email, PASSWORD, person);
        String token = Mailbox.of(email).await("Подтвердите новый адрес").token();
        colleagues.enable(person.id(), false, administrator);
        colleagues.enable(person.id(), true, administrator);

        assertThat(addresses.look(token)).isEmpty();
    }

    /** Nobody shall learn of the letter to the old address whether the new one has an account. */
    @Test
    void theOldAddressIsToldOfOneThatHasAnAccountToo() {
        profile.changeAddress(people.supplier().email().value(), PASSWORD, person);

        Mailbox.of(person.email().value()).await("Запрошен новый адрес");
    }

    @Test
    void anotherLinkReplacesTheFirstAndAnOldOneIsDead() {
        profile.changeAddress(email, PASSWORD, person);
        String first = Mailbox.of(email).await("Подтвердите новый адрес").token();
        String other = TestPeople.anyEmail();
        profile.changeAddress(other, PASSWORD, person);
        String second = Mailbox.of(other).await("Подтвердите новый адрес").token();
        assertThat(addresses.look(first)).isEmpty();
        assertThat(addresses.look(second)).isPresent();
        jdbc.sql("update address_change set expires_at = now() - interval '1 second' where account_id = ?").param(person.id().value()).update();

        assertThatThrownBy(() -> addresses.confirm(second)).hasMessage("accounts.profile.deadLink");
    }

    @Test
    void aPersonAsksForThreeNewAddressesADayAndTheLastLinkStaysGood() {
        for (String asked : List.of(TestPeople.anyEmail(), TestPeople.anyEmail(), email)) {
            profile.changeAddress(asked, PASSWORD, person);
        }
        String token = Mailbox.of(email).await("Подтвердите новый адрес").token();
        LettersOfADay.today(person.email().value(), jdbc);

        assertThatThrownBy(() -> profile.changeAddress(TestPeople.anyEmail(), PASSWORD, person)).hasMessage("mail.refused.lettersADay");
        assertThat(addresses.look(token)).contains(new EmailAddress(email));
    }

    /** Whether or not one of the two has an account. */
    @Test
    void aMistypedNewAddressIsPutRightAtOnceAndTheOneThatWaitsIsKnown() {
        assertThat(profile.awaitedAddress(person)).isEmpty();
        String taken = people.supplier().email().value();
        profile.changeAddress(taken, PASSWORD, person);
        assertThat(profile.awaitedAddress(person)).contains(new EmailAddress(taken));
        assertThatThrownBy(() -> profile.changeAddress(taken, PASSWORD, person)).hasMessage("accounts.people.justSent");

        profile.changeAddress(email, PASSWORD, person);
        assertThat(profile.awaitedAddress(person)).contains(new EmailAddress(email));
        assertThatThrownBy(() -> profile.changeAddress(email, PASSWORD, person)).hasMessage("accounts.people.justSent");
        addresses.confirm(Mailbox.of(email).await("Подтвердите новый адрес").token());
        assertThat(profile.awaitedAddress(person)).isEmpty();
    }

    /** Nobody shall learn by that whether it has an account. */
    @Test
    void anAddressIsAskedForThreeTimesAtOnceWhoeverAsksAndWhoseverItIs() {
        for (String wanted : List.of(email, people.supplier().email().value())) {
            for (int i = 0; i < TryBudget.NEW_ADDRESS.atOnce(); i++) {
                anotherAsksFor(wanted);
            }
            assertThatThrownBy(() -> anotherAsksFor(wanted)).hasMessage("accounts.profile.addressTooOften");
        }
    }

    private void anotherAsksFor(String wanted) {
        Actor another = people.supplier();
        sessions.begin(another);
        profile.changeAddress(wanted, PASSWORD, another);
    }

    @Test
    void theAddressOfNowIsNoNewOneAndCostsNoWaiting() {
        assertThatThrownBy(() -> profile.changeAddress(person.email().value().toUpperCase(Locale.ROOT), PASSWORD, person))
                .hasMessage("accounts.profile.sameEmail");

        profile.changeAddress(email, PASSWORD, person);
    }

    @Test
    void anAddressThatHasAnAccountIsNotWrittenToAndNotTaken() {
        String taken = people.supplier().email().value();
        profile.changeAddress(taken, PASSWORD, person);

        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(taken).query(Integer.class).single()).isZero();
        assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
    }

    @Test
    void wrongPasswordsInTheOwnProfileAreRecordedAndCountedWhateverTheyAreAskedFor() {
        for (int i = 0; i < TryBudget.ADDRESS.atOnce(); i += 2) {
            assertThatThrownBy(() -> profile.changePassword("not that one", person)).hasMessage("accounts.profile.wrongPassword");
            assertThatThrownBy(() -> profile.changeAddress(email, "not that one", person)).isInstanceOf(RefusedException.class);
        }

        assertThatThrownBy(() -> profile.changePassword(PASSWORD, person)).hasMessage("accounts.fresh.tooMany");
        assertThatThrownBy(() -> fresh.prove(PASSWORD, person)).hasMessage("accounts.fresh.tooMany");
        await().untilAsserted(() -> assertThat(recorded()).contains("PROOF_REFUSED", "PROOF_LOCKED"));
    }

    private List<String> recorded() {
        return jdbc.sql("select kind from audit_entry where actor_id = ?").param(person.id().value()).query(String.class).list();
    }
}
