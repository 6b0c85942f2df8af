package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters about an invitation that was taken back, which its process writes some time later. */
@WithoutProcess
class RevokedInvitationsIT {

    private static final String INVITED = "ООО «Ромашка»";
    private static final String BY_THEN = "ООО «Лютик»";
    @Autowired
    TestPeople people;
    @Autowired
    Invitations invitations;
    @Autowired
    OnboardingSteps steps;
    @Autowired
    EarlyEnds ends;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private OnboardingId id;

    @BeforeEach
    void anInvitationIsTakenBack() {
        supplier = people.supplier();
        id = invited(email);
        jdbc.sql("update mail_delivery set state = 'SENT', finished_at = now(), next_attempt_at = null where reference = ?").param(id.value())
                .update();
        invitations.revoke(id, "Ошибка", supplier);
    }

    @Test
    void whoWasInvitedIsGreetedByNameAndNamedToTheSupplier() {
        ends.notifyRevoked(id);

        WrittenLetter letter = only("revoked", email);
        assertThat(letter.plain()).contains("Здравствуйте, " + INVITED + "!");
        assertThat(letter.html()).contains("Здравствуйте, " + INVITED + "!");
        assertThat(only("revoked-confirmation", supplier.email().value()).subject()).endsWith(": " + INVITED);
    }

    /** Be it another address or only another name. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNameThatItsPlaceHasByThenIsNotGivenToWhoWasInvited(boolean elsewhere) {
        String other = elsewhere ? TestPeople.anyEmail() : email;
        invitations.inviteAgain(id, request(BY_THEN, other), supplier);

        ends.notifyRevoked(id);

        WrittenLetter letter = only("revoked", email);
        assertThat(letter.plain()).contains("Здравствуйте!").doesNotContain(BY_THEN);
        assertThat(letter.html()).contains("Здравствуйте!").doesNotContain(BY_THEN);
        WrittenLetter confirmation = only("revoked-confirmation", supplier.email().value());
        assertThat(confirmation.subject()).endsWith(": " + email);
        assertThat(confirmation.plain()).contains(email).doesNotContain(BY_THEN);
        if (elsewhere) {
            assertThat(WrittenLetter.to(other, jdbc)).isEmpty();
        }
    }

    /** As while the mail server is away, or has more to do than it can. */
    @Test
    void whomNoLetterHasReachedHearsNeitherOfTheInvitationNorOfItsEnd() {
        String other = TestPeople.anyEmail();
        OnboardingId waiting = invited(other);

        invitations.revoke(waiting, "Ошибка", supplier);

        assertThat(lettersTo(other)).as("with the click").containsExactly("invitation WITHDRAWN");
        assertThat(jdbc.sql("select letter_state from onboarding where id = ?").param(waiting.value()).query(String.class).single())
                .isEqualTo("WITHDRAWN");
        ends.notifyRevoked(waiting);
        assertThat(lettersTo(other)).containsExactly("invitation WITHDRAWN");
        WrittenLetter confirmation = only("revoked-confirmation", supplier.email().value());
        assertThat(confirmation.plain()).containsIgnoringWhitespaces("ничего не отправлено").doesNotContain("отправлено письмо");
        assertThat(confirmation.html()).contains("ничего не отправлено", "дистрибьютор ничего не получил");
    }

    /** As of a mailbox that does not exist. */
    @Test
    void theSupplierOfAnInvitationThatCouldNotBeDeliveredIsNotToldThatItWasYetToGoOut() {
        String other = TestPeople.anyEmail();
        OnboardingId lost = invited(other);
        jdbc.sql("update mail_delivery set state = 'FAILED', finished_at = now(), next_attempt_at = null where reference = ?").param(lost.value())
                .update();

        invitations.revoke(lost, "Ошибка", supplier);
        ends.notifyRevoked(lost);

        assertThat(lettersTo(other)).containsExactly("invitation FAILED");
        assertThat(only("revoked-confirmation", supplier.email().value()).plain()).containsIgnoringWhitespaces("не ушло или не дошло")
                .doesNotContain("ещё не ушло");
    }

    @Test
    void whoHasTheInvitationHearsOfItsEndAndIsNotRemindedOfIt() {
        String other = TestPeople.anyEmail();
        OnboardingId reminded = invited(other);
        jdbc.sql("update mail_delivery set state = 'SENT', finished_at = now(), next_attempt_at = null where reference = ?")
                .param(reminded.value()).update();
        steps.sendReminder(reminded, "1");

        invitations.revoke(reminded, "Ошибка", supplier);
        ends.notifyRevoked(reminded);

        assertThat(lettersTo(other)).containsExactlyInAnyOrder("invitation SENT", "invitation-reminder WITHDRAWN", "revoked QUEUED");
        assertThat(jdbc.sql("select letter_state from onboarding where id = ?").param(reminded.value()).query(String.class).single())
                .isEqualTo("SENT");
    }

    private OnboardingId invited(String address) {
        OnboardingId invited = invitations.invite(request(INVITED, address), supplier).id();
        steps.sendInvitation(invited, 1);
        return invited;
    }

    private List<String> lettersTo(String reader) {
        return jdbc.sql("select template || ' ' || state from mail_delivery where recipient = ?").param(reader).query(String.class).list();
    }

    private WrittenLetter only(String template, String reader) {
        return WrittenLetter.to(reader, jdbc).stream().filter(letter -> letter.template().equals(template)).reduce((one, more) -> {
            throw new AssertionError("two letters " + template);
        }).orElseThrow();
    }

    private static InviteRequest request(String name, String address) {
        return new InviteRequest(name, address, null, null, Languages.RUSSIAN);
    }
}
