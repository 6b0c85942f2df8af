package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.OwnProfile;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Delivery;
import com.texchange.mail.LetterCopy;
import com.texchange.mail.Letters;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may open which letter of a story, and what is left of its secrets. */
@IntegrationTest
class SentLettersIT {

    @Autowired
    SentLetters sent;
    @Autowired
    Stories stories;
    @Autowired
    Letters letters;
    @Autowired
    Invitations invitations;
    @Autowired
    OwnProfile profile;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvitationIsOpenedByThoseWhomItConcernsWithoutItsSecret() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();
        UUID letter = sent(id, "invitation");

        for (Actor reader : List.of(supplier, people.colleague(supplier), people.processManager())) {
            LetterCopy copy = sent.open(id, letter, reader).orElseThrow();
            assertThat(copy.subject()).isEqualTo("Приглашение в дистрибьюторскую сеть");
            assertThat(copy.html()).contains("Ромашка").doesNotContain(token);
            assertThat(copy.plain()).contains("Ромашка").doesNotContain(token);
        }
        for (Actor stranger : List.of(people.supplier(), people.distributor(0), people.sales())) {
            assertThat(sent.open(id, letter, stranger)).isEmpty();
        }
        assertThat(line(id, "invitation", supplier).readable()).isEqualTo(letter);
    }

    @Test
    void theSalesDepartmentReadsAllLettersOfAStoryThatItHasToDoWith() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(people.supplier(), email);
        Mailbox.of(email).await("Приглашение");
        journey.registering(id, email);
        Actor sales = people.sales();

        assertThat(sent.open(id, sent(id, "invitation"), sales).orElseThrow().plain()).contains("Ромашка");
        assertThat(line(id, "invitation", sales).recipient()).isEqualTo(email);
    }

    @Test
    void aLetterIsOpenedFromItsOwnStoryOnly() {
        Actor supplier = people.supplier();
        OnboardingId one = journey.invite(supplier, TestPeople.anyEmail());
        OnboardingId other = journey.invite(supplier, TestPeople.anyEmail());
        UUID letter = sent(one, "invitation");

        assertThat(sent.open(other, letter, supplier)).isEmpty();
        assertThat(sent.open(one, UUID.randomUUID(), supplier)).isEmpty();
    }

    @Test
    void aReminderToTheOtherHousesPeopleIsReadWithoutTheirNames() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(0);
        OnboardingId id = journey.accepting(supplier, distributor);
        invitations.remind(id, supplier);
        UUID letter = sent(id, "accept-reminder");

        assertThat(sent.open(id, letter, supplier).orElseThrow().toString()).contains("Здравствуйте, …!")
                .doesNotContain(distributor.name());
        assertThat(sent.open(id, letter, distributor).orElseThrow().toString()).contains(distributor.name());
    }

    /** One that is longer than a line, and another one by now, which is a part of it. */
    @Test
    void theNameThatALetterHadIsLeftOutWhateverThePersonIsCalledByNow() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(0);
        OnboardingId id = journey.accepting(supplier, distributor);
        profile.rename("Константин Константинович Константинопольский-Новоархангельский-Старший", distributor);
        invitations.remind(id, supplier);
        UUID letter = sent(id, "accept-reminder");
        profile.rename("Константин", distributor);

        LetterCopy copy = sent.open(id, letter, supplier).orElseThrow();

        assertThat(copy.html()).contains(">Здравствуйте, …!<").doesNotContain("Константин");
        assertThat(copy.plain()).startsWith("Здравствуйте, …!\n\n").doesNotContain("Константин");
    }

    @Test
    void whatTheOtherHouseIsToldOfItsLicensesIsNotForTheReader() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connected(supplier, distributor, 1);
        await().until(() -> letters.deliveriesOf(id.value()).stream()
                .filter(letter -> letter.template().equals("connected") && letter.state() == Delivery.State.SENT).count() == 2);
        UUID toDistributor = to(id, "connected", distributor);

        assertThat(sent.open(id, toDistributor, distributor).orElseThrow().plain()).contains("Иван Агентов");
        assertThat(sent.open(id, toDistributor, supplier)).isEmpty();
        assertThat(sent.open(id, to(id, "connected", supplier), supplier).orElseThrow().plain()).contains("2831")
                .doesNotContain("Иван Агентов");
    }

    @Test
    void aLetterWhoseTextWasNeverKeptCannotBeOpenedAndTheStoryOffersNone() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        UUID letter = sent(id, "invitation");
        jdbc.sql("update mail_delivery set html = null, plain = null where id = ?").param(letter).update();

        assertThat(sent.open(id, letter, supplier)).isEmpty();
        assertThat(line(id, "invitation", supplier).readable()).isNull();
    }

    private UUID sent(OnboardingId id, String template) {
        return await().until(() -> letters.deliveriesOf(id.value()).stream().filter(letter -> letter.template().equals(template)
                && letter.state() == Delivery.State.SENT).findFirst(), found -> found.isPresent()).orElseThrow().id();
    }

    private UUID to(OnboardingId id, String template, Actor reader) {
        return letters.deliveriesOf(id.value()).stream().filter(letter -> letter.template().equals(template)
                && letter.recipient().equals(reader.email())).findFirst().orElseThrow().id();
    }

    private StoryLetter line(OnboardingId id, String template, Actor reader) {
        return stories.find(id, reader).orElseThrow().lines().stream().filter(StoryLetter.class::isInstance)
                .map(StoryLetter.class::cast).filter(letter -> letter.template().equals(template)).findFirst().orElseThrow();
    }
}
