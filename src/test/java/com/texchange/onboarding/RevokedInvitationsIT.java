package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
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
    EarlyEnds ends;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private OnboardingId id;

    @BeforeEach
    void anInvitationIsTakenBack() {
        supplier = people.supplier();
        id = invitations.invite(request(INVITED, email), supplier).id();
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

    private WrittenLetter only(String template, String reader) {
        return WrittenLetter.to(reader, jdbc).stream().filter(letter -> letter.template().equals(template)).reduce((one, more) -> {
            throw new AssertionError("two letters " + template);
        }).orElseThrow();
    }

    private static InviteRequest request(String name, String address) {
        return new InviteRequest(name, address, null, null, Languages.RUSSIAN);
    }
}
