package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that run late, as after an outage that was longer than what was left of the term: its end waits beside them to be noticed. */
@WithoutProcess
class LateStepsIT {

    @Autowired
    TestPeople people;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    OnboardingSteps steps;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvitationThatIsOverIsNeitherSentNorRemindedOf() {
        String email = TestPeople.anyEmail();
        OnboardingId id = invited(email);
        expire(id);

        steps.sendInvitation(id, 1);
        steps.sendReminder(id, "1");

        assertThat(letters(email)).isEmpty();
    }

    @Test
    void whoHasTakenItUpIsRemindedUntilTheTermIsOver() {
        Actor distributor = people.distributor(0);
        String email = distributor.email().value();
        OnboardingId id = invited(email);
        joining.followOwn(id, distributor);

        steps.sendReminder(id, "1");
        expire(id);
        steps.sendReminder(id, "2");

        assertThat(letters(email)).containsExactly("accept-reminder");
    }

    private OnboardingId invited(String email) {
        return invitations.invite(new InviteRequest("ООО «Ромашка»", email, null, null, Languages.RUSSIAN), people.supplier()).id();
    }

    private void expire(OnboardingId id) {
        jdbc.sql("update onboarding set invited_at = now() - interval '2 days', expires_at = now() - interval '1 minute' where id = ?")
                .param(id.value()).update();
    }

    private List<String> letters(String email) {
        return WrittenLetter.to(email, jdbc).stream().map(WrittenLetter::template).toList();
    }
}
