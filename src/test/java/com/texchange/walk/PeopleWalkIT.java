package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.Routes;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company's administrator looks after its people, one of them works with what (s)he may at the time, and the journal tells of both. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class PeopleWalkIT extends SignInWalk {

    private static final String OWN_PASSWORD = "umbrella left in a tram";
    private static final String LIST = "/" + Routes.DISTRIBUTORS;

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1440", "en, 360"})
    void aColleagueIsInvitedRisesAndIsSwitchedOff(String language, int width) {
        Actor administrator = people.supplier();
        String company = people.companyOf(administrator.email().value()).name();
        String name = "Вера Новосёлова-%d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        String email = TestPeople.anyEmail();
        PersonAtBrowser atAdministrator = signedIn(administrator, language, width);
        invite(atAdministrator, name, email);

        PersonAtBrowser colleague = atBrowser(language, width);
        new NewcomerSteps(colleague).setPassword(Mailbox.of(email).await(colleague.word("mail.colleague-invited.subject", company)), OWN_PASSWORD);
        colleague.go(LIST);
        colleague.see(Actor.ONLY_READS);
        assertThat(colleague.button("overview.invite")).hasCount(0);
        colleague.checked();
        new JournalSteps(colleague).findOwn(AuditKind.PASSWORD_SET, AuditKind.COLLEAGUE_INVITED);
        colleague.go("/" + Routes.PEOPLE);
        colleague.see("accounts.people.hintToOthers");
        colleague.seeTextInGrid(administrator.name());
        assertThat(colleague.button("accounts.people.invite")).hasCount(0);

        makeLicenseManager(atAdministrator, name);
        colleague.seeEnded();
        colleague.fillSignIn(email, OWN_PASSWORD);
        colleague.see("accounts.people.hintToOthers");
        colleague.go(LIST);
        assertThat(colleague.button("overview.invite")).isEnabled();

        atAdministrator.press("accounts.people.actOn", atAdministrator.word("accounts.people.act.endSessions"), name);
        atAdministrator.see("accounts.people.done.endSessions", name);
        colleague.seeEnded();
        colleague.checked();
        switchOff(atAdministrator, name);
        seeThatNobodySignsIn(colleague, email);

        JournalSteps ofCompany = new JournalSteps(atAdministrator);
        ofCompany.find(Area.PEOPLE, name, AuditKind.PERSON_OFF, AuditKind.SESSIONS_ENDED, AuditKind.POSITION_CHANGED, AuditKind.COLLEAGUE_INVITED,
                AuditKind.ACCOUNT_OPENED);
        ofCompany.open(AuditKind.POSITION_CHANGED, administrator.name(), atAdministrator.word("journal.value.READER"),
                atAdministrator.word("journal.value.LICENSE_MANAGER"));
        ofCompany.download(AuditKind.POSITION_CHANGED, name, atAdministrator.word("journal.kind.PERSON_OFF"));
    }

    private static void invite(PersonAtBrowser person, String name, String email) {
        person.go("/" + Routes.PEOPLE);
        person.press("accounts.people.invite");
        person.fill("accounts.people.name", name);
        person.fill("accounts.people.email", email);
        person.check("accounts.position.long." + Position.READER);
        person.checked();
        person.pressInDialog("accounts.people.inviteSend");
        person.see("accounts.people.done.resend", name);
        person.seeTextInGrid(name);
        person.checked();
    }

    private static void makeLicenseManager(PersonAtBrowser person, String name) {
        person.press("accounts.people.actOn", person.word("accounts.people.act.move"), name);
        person.check("accounts.position.long." + Position.LICENSE_MANAGER);
        person.checked();
        person.pressInDialog("accounts.people.save");
        person.see("accounts.people.done.move", name);
    }

    private static void switchOff(PersonAtBrowser person, String name) {
        person.press("accounts.people.actOn", person.word("accounts.people.act.switchOff"), name);
        person.checked();
        person.pressInDialog("accounts.people.act.switchOff");
        person.see("accounts.people.done.switchOff", name);
        person.seeInGrid("accounts.people.state.OFF");
        person.checked();
    }

    private static void seeThatNobodySignsIn(PersonAtBrowser person, String email) {
        person.page().locator("input[name=username]").fill(email);
        person.page().locator("input[name=password]").fill(OWN_PASSWORD);
        person.page().keyboard().press("Enter");
        person.see("accounts.login.wrong");
        person.checked();
    }
}
