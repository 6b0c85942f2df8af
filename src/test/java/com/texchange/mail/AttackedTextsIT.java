package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names that are programs elsewhere are names here: in letters, their subjects, and on pages. */
@IntegrationTest
class AttackedTextsIT extends Page {

    private static final String SUBJECT = "Приглашение в дистрибьюторскую сеть";
    @Autowired
    SampleBusiness business;
    @Autowired
    Invitations invitations;

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\"><a href=x>", "${7777*7777}", "#{7777*7777}", "[[${7777*7777}]]", "[(${7777*7777})]",
        "{{7777*7777}}", "{0} '{1}'", "%s%n%x", "${T(Runtime)}", "__${7777*7777}__::.x", "&lt;b&gt;", "'; drop table company; --"})
    void aNameIsReadAsItWasTyped(String name) {
        Actor supplier = business.person(business.supplier(name), Role.SUPPLIER);
        String address = TestPeople.anyEmail();
        OnboardingId id = invitations.invite(new InviteRequest(name, address, null, name, Languages.RUSSIAN), supplier).id();

        Mailbox.ReceivedLetter letter = Mailbox.of(address).await(SUBJECT);

        assertThat(letter.text()).contains(name);
        assertThat(letter.html()).doesNotContain("<img src=x", "<script>", "<a href=x", "<b>");
        assertThat(letter.text() + letter.html() + letter.subject()).doesNotContain("60481729");
        SignedIn.as(supplier, "ru");
        open(Routes.of(Routes.DISTRIBUTORS, id));
        assertThat(words()).contains(name);
        invitations.revoke(id, "Проверено", supplier);
    }
}
