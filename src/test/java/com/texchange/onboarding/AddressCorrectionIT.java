package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.stories.Stories;
import com.texchange.stories.StoryStep;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.LettersOfADay;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A wrong address is put right without another code and without another letter to the stranger. */
@IntegrationTest
class AddressCorrectionIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    AddressCorrection correction;
    @Autowired
    Joining joining;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Stories stories;
    @Autowired
    JdbcClient jdbc;
    private final String wrong = TestPeople.anyEmail();
    private final String right = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @Test
    void theLinkDiesAndOnlyTheNewAddressGetsLetters() {
        OnboardingId id = journey.invite(supplier, wrong);
        ReceivedLetter first = Mailbox.of(wrong).await("Приглашение");

        correction.change(id, right, supplier);

        ReceivedLetter second = Mailbox.of(right).await("Приглашение");
        assertThat(second.text()).contains(code(first));
        assertThat(opened.look(first.token())).isEmpty();
        assertThat(opened.isEnded(first.token())).isTrue();
        assertThat(opened.isEnded("nonsense")).isFalse();
        assertThat(opened.look(second.token())).get().satisfies(info -> {
            assertThat(info.id()).isEqualTo(id);
            assertThat(info.invitee().email()).hasToString(right);
        });
        invitations.remind(id, supplier);
        // What waits is called back.
        await().until(() -> jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'SENT'").param(id.value())
                .query(Integer.class).single() == 3);
        invitations.revoke(id, "Передумали", supplier);
        Mailbox.of(right).await("Приглашение отозвано");
        assertThat(Mailbox.of(right).letters()).hasSize(3);
        assertThat(Mailbox.of(wrong).letters()).hasSize(1);
    }

    @Test
    void theStoryTellsTheSupplierBothAddressesAndTheDistributorNone() {
        Actor distributor = people.distributor(0);
        OnboardingId id = journey.invite(supplier, wrong);
        Mailbox.of(wrong).await("Приглашение");
        correction.change(id, distributor.email().value(), supplier);
        joining.follow(Mailbox.of(distributor.email().value()).await("Приглашение").token(), distributor);

        assertThat(steps(id, supplier)).filteredOn(step -> step.kind() == ActivityKind.ADDRESS_CHANGED).singleElement()
                .extracting(StoryStep::arguments).asInstanceOf(LIST)
                .containsExactly(supplier.name(), wrong, distributor.email().value());
        assertThat(steps(id, distributor)).extracting(StoryStep::kind).contains(ActivityKind.ADDRESS_CHANGED);
        assertThat(stories.find(id, distributor).orElseThrow().lines().stream()
                .filter(line -> !(line instanceof StoryStep step && step.kind() == ActivityKind.INVITED)).toList().toString())
                .doesNotContain(wrong);
    }

    private List<StoryStep> steps(OnboardingId id, Actor reader) {
        return stories.find(id, reader).orElseThrow().lines().stream()
                .filter(StoryStep.class::isInstance).map(StoryStep.class::cast).toList();
    }

    @Test
    void aLetterThatIsNotOutYetIsCalledBack() {
        OnboardingId id = journey.invite(supplier, wrong);
        Mailbox.of(wrong).await("Приглашение");
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'SENT'")
                .param(wrong).query(Integer.class).single()).isEqualTo(1));
        // As after a mail server that was busy: it is tried again later.
        jdbc.sql("""
                update mail_delivery set state = 'QUEUED', next_attempt_at = now() + interval '1 hour', finished_at = null, by_task = false
                where recipient = ?""").param(wrong).update();

        correction.change(id, right, supplier);

        Mailbox.of(right).await("Приглашение");
        assertThat(Mailbox.of(wrong).letters()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'WITHDRAWN' and html is null")
                .param(wrong).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anAddressThatAColleagueHasChangedMeanwhileStays() {
        OnboardingId id = journey.invite(supplier, wrong);
        correction.change(id, right, people.colleague(supplier));

        assertThatThrownBy(() -> correction.change(id, wrong, TestPeople.anyEmail(), supplier)).isInstanceOfSatisfying(
                OutdatedException.class, outdated -> assertThat(outdated.arguments()).containsExactly(right));

        correction.change(id, right, TestPeople.anyEmail(), supplier);
    }

    @Test
    void whatCannotBeChangedIsRefused() {
        OnboardingId id = journey.invite(supplier, wrong);
        OnboardingId other = journey.invite(supplier, right);
        Actor colleague = people.colleague(supplier);

        assertThatThrownBy(() -> correction.change(id, wrong.toUpperCase(Locale.ROOT), supplier))
                .hasMessage("onboarding.refused.sameAddress");
        assertThatThrownBy(() -> correction.change(id, right, supplier)).hasMessage("onboarding.refused.underWay");
        assertThatThrownBy(() -> correction.change(id, colleague.email().value(), supplier))
                .hasMessage("onboarding.refused.ownAddress");
        assertThatThrownBy(() -> correction.change(id, "a..b@example.com", supplier))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> correction.change(id, TestPeople.anyEmail(), people.supplier()))
                .isInstanceOf(AccessDeniedException.class);
        invitations.revoke(other, "Ошибка", supplier);
        assertThatThrownBy(() -> correction.change(id, right, supplier)).hasMessage("partners.addressTaken");
        assertThatThrownBy(() -> correction.change(other, TestPeople.anyEmail(), supplier))
                .hasMessage("onboarding.refused.stage.REVOKED");
    }

    /** To and fro would fill a mailbox, too. */
    @Test
    void aCorrectedAddressCountsItsLettersOfTheDayAndNothingChangesWhenItHasHadThem() {
        OnboardingId id = journey.invite(supplier, right);
        Mailbox.of(right).await("Приглашение");
        invitations.resend(id, supplier);
        invitations.resend(id, supplier);
        // What is not out yet is called back, and does not count.
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'SENT'")
                .param(right).query(Integer.class).single()).isEqualTo(3));
        correction.change(id, wrong, supplier);
        String token = Mailbox.of(wrong).await("Приглашение").token();
        LettersOfADay.today(right, jdbc);

        assertThatThrownBy(() -> correction.change(id, right, supplier)).isInstanceOfSatisfying(RefusedException.class,
                refused -> {
                    assertThat(refused.messageKey()).isEqualTo("mail.refused.lettersADay");
                    assertThat(refused.arguments()).containsExactly(right, 3);
                });

        assertThat(opened.look(token)).get().satisfies(info -> assertThat(info.invitee().email()).hasToString(wrong));
    }

    /** Each correction writes to one more stranger, and so does inviting again at another address. */
    @Test
    void anInvitationGoesToSoManyAddressesADay() {
        OnboardingId id = journey.invite(supplier, wrong);
        awaitSent(wrong);
        String third = TestPeople.anyEmail();
        for (String address : List.of(right, third)) {
            correction.change(id, address, supplier);
            awaitSent(address);
        }
        List<String> written = List.of(wrong, right, third);
        written.forEach(address -> LettersOfADay.today(address, jdbc));
        String another = TestPeople.anyEmail();

        assertThatThrownBy(() -> correction.change(id, another, supplier)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("onboarding.refused.addressesADay");
            assertThat(refused.arguments()).containsExactly(3);
        });
        invitations.revoke(id, "Ошибка", supplier);
        InviteRequest again = new InviteRequest("ООО \"Ромашка\"", another, "", "", Locale.of("ru"));
        assertThatThrownBy(() -> invitations.inviteAgain(id, again, supplier)).hasMessage("onboarding.refused.addressesADay");

        written.forEach(address -> LettersOfADay.another(address, jdbc));
        invitations.inviteAgain(id, again, supplier);
    }

    private void awaitSent(String address) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'SENT'")
                .param(address).query(Integer.class).single()).isEqualTo(1));
    }

    @Test
    void anOlderLetterLeadsToTheNewerInvitationUnlessTheAddressIsAnother() {
        OnboardingId id = journey.invite(supplier, wrong);
        String token = journey.token(id);
        invitations.revoke(id, "Ошибка", supplier);
        assertThat(opened.look(token)).get().extracting(InvitationInfo::stage).isEqualTo(Stage.REVOKED);

        OnboardingId again = journey.invite(supplier, wrong);
        assertThat(opened.look(token)).get().extracting(InvitationInfo::id, InvitationInfo::stage)
                .containsExactly(again, Stage.INVITED);

        invitations.revoke(again, "Ошибка", supplier);
        invitations.inviteAgain(again, new InviteRequest("ООО \"Ромашка\"", right, "", "", Locale.of("ru")),
                supplier);
        assertThat(opened.look(token)).isEmpty();
        assertThat(opened.isEnded(token)).isTrue();
    }

    private static String code(ReceivedLetter letter) {
        return letter.text().replaceAll("(?s).*?\\b(\\d{5})\\b.*", "$1");
    }
}
