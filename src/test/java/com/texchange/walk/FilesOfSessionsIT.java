package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.texchange.accounts.OwnSessions;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A link to a file belongs to the session that it was made for, and ends with it. */
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

    private static APIResponse fetch(PersonAtBrowser person, String address) {
        return person.page().request().get(address);
    }

    private static void assertNothingOf(APIResponse answer) {
        assertThat(answer.text()).as(answer.status() + " " + answer.url()).doesNotContain(COMPANY);
    }
}
