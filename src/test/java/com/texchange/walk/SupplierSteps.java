package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import java.util.regex.Pattern;

/** What a supplier does with invitations. */
record SupplierSteps(PersonAtBrowser person) {

    private static final String LIST = "/exchange/distributors";

    void invite(String company, String email) {
        person.go(LIST);
        person.press("overview.invite");
        person.fill("onboarding.name", company);
        person.fill("onboarding.email", email);
        person.fill("onboarding.city", "Астрахань");
        person.station("walk-02-invite");
        person.pressInDialog("onboarding.inviteSend");
        person.seeTextInGrid(company);
        person.seeInGrid("onboarding.letter.SENT");
    }

    /** @return the code that the letter gives and the list shows */
    String code(ReceivedLetter invitation) {
        // Names of companies end in a dash and a number.
        String code = invitation.text().replaceAll("(?s).*?(?<![-\\w])([0-9]{5})\\b.*", "$1");
        person.seeTextInGrid(code);
        return code;
    }

    void resend(String company, String email) {
        open(company);
        person.press("overview.resend");
        person.see("overview.resent", email);
        person.station(null);
    }

    void revoke(String company, String reason) {
        open(company);
        person.press("overview.revoke");
        person.dialog().getByLabel(person.word("common.reason")).fill(reason);
        person.station(null);
        person.pressInDialog("overview.revoke");
        person.see("overview.revoked", company);
        person.go(LIST);
        person.seeInGrid("onboarding.stage.REVOKED");
    }

    /** Without loading the page anew. */
    void seeConnected() {
        person.seeInGrid("onboarding.stage.CONNECTED");
        person.station(null);
    }

    void seeRejected(String company, String reason) {
        person.go(LIST);
        person.seeInGrid("onboarding.stage.REJECTED");
        open(company);
        person.seeText(reason);
    }

    private void open(String company) {
        person.go(LIST);
        person.chooseInGrid(company);
        assertThat(person.page()).hasURL(Pattern.compile(".*/exchange/distributors/.+"));
    }

    static ReceivedLetter invitationFor(String email, PersonAtBrowser reader) {
        return Mailbox.of(email).await(reader.word("mail.invitation.subject"));
    }
}
