package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.texchange.common.Actor;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that loses the network for a while, as a laptop does that is closed or a phone in a lift. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class NetworkOutageIT extends SignInWalk {

    private static final String LIST = "/exchange/distributors";
    /** Of Vaadin's, of what it shows about the connection. */
    private static final String STATE = "() => window.Vaadin.connectionState.state";

    @Test
    void aPageThatWasWithoutNetworkHearsAndSaysAgainWhatHappens() {
        Actor supplier = people.supplier();
        PersonAtBrowser cutOff = signedIn(supplier);
        cutOff.go(LIST);
        cutOff.button("overview.invite").waitFor();
        PersonAtBrowser colleague = atBrowser("ru", 1440);
        colleague.signIn(supplier.email().value(), PASSWORD);
        SupplierSteps atSupplier = new SupplierSteps(colleague);

        cutOff.page().context().setOffline(true);
        cutOff.page().waitForFunction(STATE + " !== 'connected'");
        atSupplier.invite("Invited meanwhile", TestPeople.anyEmail());
        cutOff.page().context().setOffline(false);

        cutOff.seeTextInGrid("Invited meanwhile");
        cutOff.page().waitForFunction(STATE + " === 'connected'", null, new Page.WaitForFunctionOptions().setTimeout(30_000));
        atSupplier.invite("Invited afterwards", TestPeople.anyEmail());
        cutOff.seeTextInGrid("Invited afterwards");
        assertThat(cutOff.page()).hasURL(Pattern.compile(".*" + LIST));
    }
}
