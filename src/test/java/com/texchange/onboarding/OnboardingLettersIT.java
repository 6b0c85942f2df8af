package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.mail.Delivery;
import com.texchange.mail.DeliveriesChanged;
import com.texchange.mail.Letters;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.SelectionStep;
import com.texchange.overview.SelectionSteps;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a supplier knows of the letters of its onboardings. */
@IntegrationTest
class OnboardingLettersIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Letters letters;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    ChangeFeed feed;
    @Autowired
    SelectionSteps steps;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final String email = TestPeople.anyEmail();

    @Test
    void aLetterSentAgainHasItsOwnLinkAndTheFirstStaysGood() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, email);
        String first = Mailbox.of(email).await("Приглашение").token();
        invitations.resend(id, supplier);
        String second = Mailbox.of(email).awaitNth("Приглашение", 2).token();

        assertThat(second).isNotEqualTo(first);
        assertThat(opened.look(first)).isPresent();
        assertThat(opened.look(second)).isPresent();
    }

    /** Its process may be late to say so. */
    @Test
    void anInvitationPastItsTimeIsNotSentAgain() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, email);
        Mailbox.of(email).await("Приглашение");
        jdbc.sql("update onboarding set invited_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = ?")
                .param(id.value()).update();

        assertThatThrownBy(() -> invitations.resend(id, supplier)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.EXPIRED");
        assertThat(steps.count(new Selection.Chosen<>(Set.of(id)), supplier).of(SelectionStep.RESEND)).isZero();
        assertThat(letters.deliveriesOf(id.value())).hasSize(1);
    }

    @Test
    void whoHasLeftIsNeitherWrittenToNorNamed() {
        Actor inviter = people.supplier();
        Actor administrator = people.colleague(inviter);
        jdbc.sql("update company set contact_name = null, contact_email = null where id = ?").param(inviter.companyAs(Role.SUPPLIER).value())
                .update();
        OnboardingId id = journey.invite(inviter, email);
        assertThat(Mailbox.of(email).await("Приглашение").text()).contains(inviter.email().value());
        jdbc.sql("update account set enabled = false where id = ?").param(inviter.id().value()).update();

        invitations.resend(id, administrator);
        assertThat(Mailbox.of(email).awaitNth("Приглашение", 2).text()).contains(administrator.email().value())
                .doesNotContain(inviter.email().value());
        invitations.revoke(id, "Пригласили по ошибке", administrator);
        Mailbox.of(administrator.email().value()).await("Приглашение отозвано");
        assertThat(recipientsOf("revoked-confirmation", id)).containsExactly(administrator.email().value());
    }

    /** The only one who could be written to is out: the company may have a common address. */
    @Test
    void ofACompanyWithoutPeopleTheContactIsWrittenTo() {
        Actor inviter = people.supplier();
        String contact = people.companyOf(inviter.email().value()).contactEmail().value();
        OnboardingId id = journey.invite(inviter, email);
        Mailbox.of(email).await("Приглашение");
        jdbc.sql("update account set enabled = false where id = ?").param(inviter.id().value()).update();

        invitations.revoke(id, "Пригласили по ошибке", inviter);

        Mailbox.of(contact).await("Приглашение отозвано");
        assertThat(recipientsOf("revoked-confirmation", id)).containsExactly(contact);
    }

    private List<String> recipientsOf(String template, OnboardingId id) {
        return jdbc.sql("select recipient from mail_delivery where template = ? and reference = ?").params(template, id.value())
                .query(String.class).list();
    }

    @Test
    void anInvitationThatCannotBeDeliveredShowsIt() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, email);
        Mailbox.of(email).await("Приглашение");

        UUID letter = latestDelivery(id, supplier);
        await().until(() -> details(id, supplier).row().letter() == Delivery.State.SENT);

        tell(id, letter, Delivery.State.QUEUED);
        assertThat(details(id, supplier).row().letter()).isEqualTo(Delivery.State.QUEUED);
        tell(id, letter, Delivery.State.FAILED);

        assertThat(details(id, supplier).row().letter()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    void anEarlierLetterThatIsGivenUpLateSaysNothingOfTheOneAfterIt() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, email);
        Mailbox.of(email).await("Приглашение");
        UUID first = latestDelivery(id, supplier);
        invitations.resend(id, supplier);
        Mailbox.of(email).awaitNth("Приглашение", 2);
        await().until(() -> details(id, supplier).row().letter() == Delivery.State.SENT);

        tell(id, first, Delivery.State.FAILED);
        assertThat(details(id, supplier).row().letter()).isEqualTo(Delivery.State.SENT);
    }

    /** The story tells of the letters to the sales department and to a company that is asked, which belong to the request alone. */
    @Test
    void pagesOfTheStoryHearWhatBecomesOfALetterAboutTheRequest() {
        OnboardingId id = journey.invite(people.supplier(), email);
        RegistrationId registration = journey.registering(id, email);
        await().until(() -> letters.deliveriesOf(id.value()).stream().allMatch(letter -> letter.state() == Delivery.State.SENT));
        List<Change> heard = new CopyOnWriteArrayList<>();
        Runnable end = feed.subscribe(heard::add);
        try {
            tell(registration.value(), UUID.randomUUID(), Delivery.State.FAILED);

            await().untilAsserted(() -> assertThat(heard).contains(new Change(Change.Topic.ONBOARDING, id.toString())));
        } finally {
            end.run();
        }
    }

    private void tell(OnboardingId id, UUID letter, Delivery.State state) {
        tell(id.value(), letter, state);
    }

    /** As the mail module does with every attempt. */
    private void tell(UUID reference, UUID letter, Delivery.State state) {
        transaction.executeWithoutResult(status -> events.publishEvent(new DeliveriesChanged(List.of(
                new DeliveriesChanged.Change(reference, letter, state)))));
    }

    private UUID latestDelivery(OnboardingId id, Actor supplier) {
        return letters.deliveriesOf(id.value()).getLast().id();
    }

    private OnboardingDetails details(OnboardingId id, Actor supplier) {
        return queries.details(id, supplier).orElseThrow();
    }
}
