package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters to invited colleagues that still wait, as while the mail server is away, when their links end. */
@WithoutProcess
class WithdrawnColleaguesIT {

    @Autowired
    TestPeople people;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    JdbcClient jdbc;
    private Actor administrator;

    @BeforeEach
    void somebodyAdministersACompany() {
        administrator = people.supplier();
    }

    @Test
    void whoseInvitationIsTakenBackGetsNoLetterWithADeadLink() {
        EmailAddress email = new EmailAddress(TestPeople.anyEmail());
        EmailAddress other = new EmailAddress(TestPeople.anyEmail());
        AccountId colleague = invite(email);
        invite(other);

        invitations.withdraw(colleague, administrator);

        assertThat(letters(email)).containsExactly("colleague-invited WITHDRAWN");
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and (html is not null or html_secrets is not null)")
                .param(email.value()).query(Integer.class).single()).isZero();
        assertThat(letters(other)).containsExactly("colleague-invited QUEUED");
    }

    /** As much as anybody else. */
    @Test
    void norIsTheOwnerOfATakenAddressToldOfIt() {
        Actor owner = people.distributor(0);
        AccountId inVain = invite(owner.email());
        assertThat(letters(owner.email())).containsExactly("colleague-elsewhere QUEUED");

        invitations.withdraw(inVain, administrator);

        assertThat(letters(owner.email())).containsExactly("colleague-elsewhere WITHDRAWN");
    }

    /** The link of the earlier letter ends with it. */
    @Test
    void ofAnInvitationThatIsSentAgainOnlyTheLatestLetterGoesOut() {
        EmailAddress email = new EmailAddress(TestPeople.anyEmail());
        AccountId colleague = invite(email);
        jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(colleague.value()).update();

        invitations.resend(colleague, administrator);

        assertThat(letters(email)).containsExactlyInAnyOrder("colleague-invited WITHDRAWN", "colleague-invited QUEUED");
    }

    private AccountId invite(EmailAddress email) {
        return invitations.invite(new NewColleague("Ольга", email.value(), Position.READER, Languages.RUSSIAN), administrator);
    }

    private List<String> letters(EmailAddress reader) {
        return jdbc.sql("select template || ' ' || state from mail_delivery where recipient = ?").param(reader.value()).query(String.class).list();
    }
}
