package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.ColleagueInvitations;
import com.texchange.accounts.NewColleague;
import com.texchange.common.Position;
import com.texchange.common.RegistrationId;
import com.texchange.onboarding.Journey;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An address that was only typed is confirmed by its owner, who alone learns what there is of it. */
@IntegrationTest
class RegistrationWishesIT {

    private static final Locale RUSSIAN = Locale.of("ru");
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    RegistrationWishes wishes;
    @Autowired
    Registrations registrations;
    @Autowired
    UnconfirmedRequests unconfirmed;
    @Autowired
    RegistrationProperties properties;
    @Autowired
    ColleagueInvitations colleagues;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final String email = TestPeople.anyEmail();

    @Test
    void theSalesDepartmentHearsOfARequestWhenItsAddressIsConfirmed() {
        RegistrationRequest request = Journey.newcomer(email);
        wishes.ask(request, RUSSIAN);
        ReceivedLetter letter = Mailbox.of(email).await("Подтвердите заявку");
        assertThat(requests()).isZero();
        assertThat(letter.text()).doesNotContain(request.companyName(), request.contactName());
        String token = token(letter);

        assertThat(wishes.look(token)).get().extracting(RegistrationRequest::companyName, RegistrationRequest::email)
                .containsExactly(request.companyName(), email);
        assertThat(requests()).isZero();
        RegistrationId id = wishes.confirm(token);

        journey.awaitTask(Registrations.TASK, id.value());
        assertThat(wishes.confirm(token)).isEqualTo(id);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void whoAsksTwiceHearsOfTheFirstRequestByLetter() {
        wishes.ask(Journey.newcomer(email), RUSSIAN);
        String first = token(Mailbox.of(email).await("Подтвердите заявку"));
        wishes.ask(Journey.newcomer(email), RUSSIAN);
        String second = token(Mailbox.of(email).awaitNth("Подтвердите заявку", 2));
        wishes.confirm(first);

        assertThatThrownBy(() -> wishes.confirm(second)).hasMessage("registrations.refused.alreadyRequested");
        wishes.ask(Journey.newcomer(email), RUSSIAN);
        assertThat(Mailbox.of(email).await("Ваша заявка уже рассматривается").text()).contains("ООО \"Новичок\"");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void whoHasAnAccountHearsItByLetterOnly() {
        String known = people.distributor(0).email().value();
        wishes.ask(Journey.newcomer(known), RUSSIAN);

        assertThat(Mailbox.of(known).await("У Вас уже есть личный кабинет").text()).contains("/login", "/forgot-password");
        assertThat(jdbc.sql("select count(*) from registration where email = ?").param(known).query(Integer.class).single())
                .isZero();
    }

    /** Whoever administers a company can type any address there. */
    @Test
    void whoIsOnlyInvitedByACompanyAsksAsANewcomerDoes() {
        colleagues.invite(new NewColleague("Ольга", email, Position.READER, RUSSIAN), people.distributor(0));
        wishes.ask(Journey.newcomer(email), RUSSIAN);

        RegistrationId id = wishes.confirm(token(Mailbox.of(email).await("Подтвердите заявку")));
        registrations.reject(id, "Проверка окончена", people.sales());
    }

    /** What is known of an address is looked up after the page has answered. */
    @Test
    void thePageDoesTheSameForKnownAndUnknownAddresses() {
        for (String address : new String[] {people.distributor(0).email().value(), email}) {
            transaction.executeWithoutResult(status -> {
                wishes.ask(Journey.newcomer(address), RUSSIAN);

                assertThat(jdbc.sql("select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') like '%' || ? || '%'")
                        .param(address).query(Integer.class).single()).isEqualTo(1);
                assertThat(jdbc.sql("select count(*) from unconfirmed_request where email = ?").param(address).query(Integer.class)
                        .single()).isZero();
                status.setRollbackOnly();
            });
        }
    }

    private void awaitAnswers() {
        await().until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'answer-registration-wish'")
                .query(Integer.class).single() == 0);
    }

    @Test
    void theFormIsNoWayToFloodSomebody() {
        for (int i = 0; i < WishLetters.MOST_A_DAY + 3; i++) {
            wishes.ask(Journey.newcomer(email), RUSSIAN);
        }
        awaitAnswers();

        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email).query(Integer.class)
                .single()).isEqualTo(WishLetters.MOST_A_DAY);
    }

    @Test
    void aLinkThatIsDamagedOrTooOldSendsNothingAndIsForgotten() {
        wishes.ask(Journey.newcomer(email), RUSSIAN);
        String token = token(Mailbox.of(email).await("Подтвердите заявку"));
        jdbc.sql("update unconfirmed_request set asked_at = now() - interval '8 days' where email = ?").param(email).update();

        for (String dead : new String[] {token, token.substring(1), "", "%00 ж"}) {
            assertThat(wishes.look(dead)).isEmpty();
            assertThatThrownBy(() -> wishes.confirm(dead)).hasMessage("registrations.refused.damagedLink");
        }
        unconfirmed.forget(properties.confirmationValid());
        assertThat(jdbc.sql("select count(*) from unconfirmed_request where email = ?").param(email).query(Integer.class)
                .single()).isZero();
    }

    @Test
    void whatWasAskedBeforeNeedsNoConfirmation() {
        RegistrationId id = registrations.request(Journey.newcomer(email), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());

        Mailbox.of(email).await("Ваш личный кабинет открыт");
        assertThat(registrations.get(id).state()).isEqualTo(State.OPENED);
    }

    private int requests() {
        return jdbc.sql("select count(*) from registration where email = ?").param(email).query(Integer.class).single();
    }

    private static String token(ReceivedLetter letter) {
        return letter.link().replaceAll(".*token=", "");
    }
}
