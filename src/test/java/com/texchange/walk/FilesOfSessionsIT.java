package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import com.texchange.accounts.OwnSessions;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Links to files and requests of pages belong to the session that they were made for, and end with it. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class FilesOfSessionsIT extends SignInWalk {

    private static final String LIST = "/exchange/distributors";
    private static final String COMPANY = "Ромашка этого сеанса";

    @Autowired
    OwnSessions sessions;

    @Test
    void aFileIsHandedOutToItsSessionAloneAndOnlyWhileItLasts() {
        Actor supplier = people.supplier();
        PersonAtBrowser person = signedIn(supplier);
        new SupplierSteps(person).invite(COMPANY, TestPeople.anyEmail());
        String file = (String) person.page().locator(".table-links a").last().evaluate("link => link.href");
        assertThat(fetch(person, file).text()).contains(COMPANY);

        PersonAtBrowser colleague = signedIn(people.colleague(supplier, Position.ADMINISTRATOR));
        colleague.go(LIST);
        assertNothingOf(fetch(colleague, file));
        assertNothingOf(fetch(signedIn(people.supplier()), file));
        assertNothingOf(fetch(atBrowser("ru", 1440), file));

        sessions.endOthers(supplier);
        assertNothingOf(fetch(person, file));
    }

    @Test
    void aRequestOfAPageIsAnsweredOnceAndToItsOwnSession() {
        PersonAtBrowser person = signedIn(people.supplier());
        person.go(LIST);
        Request asked = person.page().waitForRequest(request -> request.url().contains("v-r=uidl"), () -> person.press("overview.invite"));
        person.see("onboarding.inviteSend");
        String count = "() => document.querySelectorAll('vaadin-dialog[role=dialog]').length";
        Object before = person.page().evaluate(count);

        APIResponse again = send(person, asked);
        assertThat(again.text()).as("the answer of before, or none").doesNotContain("Exception");
        person.see("onboarding.name");
        assertThat(person.page().evaluate(count)).isEqualTo(before);
        for (PersonAtBrowser other : new PersonAtBrowser[] {signedIn(people.supplier()), atBrowser("ru", 1440)}) {
            other.page().navigate("/login");
            assertThat(send(other, asked).text()).doesNotContain(person.word("onboarding.name"));
        }
    }

    private PersonAtBrowser signedIn(Actor actor) {
        PersonAtBrowser person = atBrowser(actor, "ru", 1440);
        person.signIn(actor.email().value(), PASSWORD);
        return person;
    }

    private static APIResponse fetch(PersonAtBrowser person, String address) {
        return person.page().request().get(address);
    }

    private static APIResponse send(PersonAtBrowser person, Request asked) {
        return person.page().request().post(asked.url(), RequestOptions.create().setHeader("Content-Type", "application/json; charset=UTF-8")
                .setData(asked.postData()));
    }

    private static void assertNothingOf(APIResponse answer) {
        assertThat(answer.text()).as(answer.status() + " " + answer.url()).doesNotContain(COMPANY);
    }
}
