package com.texchange.walk;

import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;

/** What somebody without an account does with an invitation. */
record NewcomerSteps(PersonAtBrowser person) {

    void askForRegistration(ReceivedLetter invitation) {
        person.follow(invitation);
        person.fill("registrations.taxId", TestPeople.anyTaxId());
        person.fill("registrations.contactName", "Ольга Ромашкина");
        person.fill("registrations.contactPhone", "+7 999 123-45-67");
        person.page().getByText(person.word("onboarding.join.newHere")).scrollIntoViewIfNeeded();
        person.station("walk-04-join");
        person.press("registrations.send");
        person.seeBeginningOf("onboarding.join.requested");
        person.station(null);
    }

    void seeThatTheLinkIsUsed(ReceivedLetter invitation) {
        person.follow(invitation);
        person.see("onboarding.join.over.REGISTERING");
        person.station(null);
    }

    void setPassword(ReceivedLetter letter, String password) {
        person.follow(letter);
        person.fill("accounts.setPassword.password", password);
        person.fill("accounts.setPassword.again", password);
        person.station(null);
        person.press("accounts.setPassword.submit");
        person.page().waitForURL(url -> !url.contains("/set-password") && !url.contains("/login"));
    }
}
