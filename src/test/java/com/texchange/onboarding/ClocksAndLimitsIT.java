package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Moments;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.mail.Letters;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.LettersOfADay;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By whose clock terms end and letters tell them, whom letters name, and how many a person gets. */
@IntegrationTest
class ClocksAndLimitsIT {

    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");
    private static final ZoneId SAMARA = ZoneId.of("Europe/Samara");
    @Autowired
    Invitations invitations;
    @Autowired
    Letters letters;
    @Autowired
    Companies companies;
    @Autowired
    TimeZones zones;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Tasks tasks;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvitationEndsWithADayOfItsSupplierAndLetterAndPageNameThatMoment() {
        Actor supplier = people.supplier();
        zones.choose(VLADIVOSTOK, supplier);
        String email = TestPeople.anyEmail();

        OnboardingId id = journey.invite(supplier, email);

        assertThat(LocalTime.ofInstant(expiresAt(id), VLADIVOSTOK)).isEqualTo(LocalTime.of(23, 59, 59));
        String told = new Moments(Languages.RUSSIAN, VLADIVOSTOK).named(expiresAt(id));
        Mailbox.ReceivedLetter letter = Mailbox.of(email).await("Приглашение");
        assertThat(told).contains("23:59 (Владивосток, UTC+10)");
        assertThat(letter.text().replaceAll("\\s+", " ")).contains(told);
        assertThat(opened.look(letter.token()).orElseThrow().zone()).isEqualTo(VLADIVOSTOK);
    }

    @Test
    void theClockOfAnInviteeWhoIsKnownGoesBeforeTheSuppliers() {
        Actor supplier = people.supplier();
        zones.choose(VLADIVOSTOK, supplier);
        Actor distributor = people.distributor(0);
        zones.choose(SAMARA, distributor);

        OnboardingId id = journey.invite(supplier, distributor.email().value());

        assertThat(LocalTime.ofInstant(expiresAt(id), SAMARA)).isEqualTo(LocalTime.of(23, 59, 59));
    }

    /** The engine gives the date back with the claim, so it is the engine's too. */
    @Test
    void aTasksDateIsTheEndOfADayInTheEngineToo() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(0);
        zones.choose(SAMARA, distributor);
        OnboardingId id = journey.accepting(supplier, distributor);
        UserTask task = journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        assertThat(LocalTime.ofInstant(task.dueAt(), SAMARA)).isEqualTo(LocalTime.of(23, 59, 59));

        tasks.claim(task.key(), distributor);

        await().until(() -> jdbc.sql("select not claim_unconfirmed from user_task where task_key = ?").param(task.key())
                .query(Boolean.class).single());
        assertThat(journey.awaitTask(OnboardingTasks.ACCEPT, id.value()).dueAt()).isEqualTo(task.dueAt());
    }

    @Test
    void theInvitationNamesTheSuppliersContact() {
        Actor supplier = people.supplier();
        CompanyInfo company = companies.get(supplier.companyId());
        String email = TestPeople.anyEmail();
        journey.invite(supplier, email);

        Mailbox.ReceivedLetter letter = Mailbox.of(email).await("Приглашение");
        assertThat(letter.text()).contains(company.contactName(), company.contactPhone(), company.contactEmail().value());
        assertThat(letter.html()).contains(company.contactName(), company.contactPhone(), company.contactEmail().value());
        assertThat(jdbc.sql("select reply_to from mail_delivery where recipient = ?").param(email).query(String.class).single())
                .isEqualTo(company.contactEmail().value());
    }

    @Test
    void whatASupplierSendsByHandStopsWhenTheAddressHasHadItsLettersOfTheDay() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        Mailbox.of(email).await("Приглашение");
        invitations.resend(id, supplier);
        invitations.remind(id, supplier);
        LettersOfADay.today(email, jdbc);

        for (Runnable step : new Runnable[] {() -> invitations.resend(id, supplier), () -> invitations.remind(id, supplier)}) {
            assertThatThrownBy(step::run).isInstanceOfSatisfying(RefusedException.class, refused -> {
                assertThat(refused.messageKey()).isEqualTo("mail.refused.lettersADay");
                assertThat(refused.arguments()).containsExactly(email, 3);
            });
        }
        assertThat(letters.deliveriesOf(id.value())).hasSize(3);

        LettersOfADay.another(email, jdbc);
        invitations.resend(id, supplier);
        assertThat(letters.deliveriesOf(id.value())).hasSize(4);
    }

    @Test
    void revokingAndInvitingAgainIsNoWayRound() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId first = journey.invite(supplier, email);
        journey.awaitInvited(first);
        invitations.revoke(first, "Проверка", supplier);
        Mailbox.of(email).await("Приглашение отозвано");
        OnboardingId second = journey.invite(supplier, email);
        invitations.revoke(second, "Проверка", supplier);
        LettersOfADay.today(email, jdbc);
        // An invitation whose letter is not written yet counts by its own time.
        jdbc.sql("update onboarding set invited_at = invited_at + interval '1 hour' where id in (?, ?)").params(first.value(), second.value()).update();

        assertThatThrownBy(() -> journey.invite(supplier, email)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("mail.refused.lettersADay");
            assertThat(refused.arguments()).containsExactly(email, 3);
        });
        InviteRequest again = new InviteRequest("ООО «Ромашка»", email, null, null, Languages.RUSSIAN);
        assertThatThrownBy(() -> invitations.inviteAgain(second, again, supplier)).hasMessage("mail.refused.lettersADay");
        assertThatThrownBy(() -> invitations.inviteSeparately(again, supplier)).hasMessage("mail.refused.lettersADay");
        Actor other = people.supplier();
        invitations.revoke(journey.invite(other, email), "Проверка", other);
    }

    @Test
    void anotherSuppliersLettersDoNotCount() {
        Actor distributor = people.distributor(0);
        Actor one = people.supplier();
        OnboardingId first = journey.accepting(one, distributor);
        // Whether the invitation itself was written depends on how fast it was taken up.
        assertThatThrownBy(() -> IntStream.range(0, 4).forEach(time -> {
            invitations.remind(first, one);
            LettersOfADay.today(distributor.email().value(), jdbc);
        })).hasMessage("mail.refused.lettersADay");
        Actor other = people.supplier();

        OnboardingId second = journey.accepting(other, distributor);
        invitations.remind(second, other);

        assertThat(letters.deliveriesOf(second.value())).extracting("template").contains("accept-reminder");
    }

    private Instant expiresAt(OnboardingId id) {
        return jdbc.sql("select expires_at from onboarding where id = ?").param(id.value())
                .query(OffsetDateTime.class).single().toInstant();
    }
}
