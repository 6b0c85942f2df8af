package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.ui.FormDialog;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.StringNode;

/** Who is asked to show who it is shows a passkey, which the browser asks for beside the page. */
@IntegrationTest
class FreshDialogIT extends Page {

    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    Passkeys passkeys;
    @Autowired
    FreshSignIn fresh;
    private final AtomicInteger taken = new AtomicInteger();
    private Actor person;
    private SoftDevice device;

    @BeforeEach
    void somebodyWithAPasskeyHasSignedInLongAgo() {
        person = people.supplier();
        device = new SoftDevice("http://localhost:" + port);
        sessions.beginHere(person);
        NewPasskey asked = passkeys.begin(person);
        passkeys.add(asked, device.make(asked.json()), "Телефон", person);
        SignedIn.as(person, "ru");
        sessions.beginHereLongAgo(person);
        open("profile");
        FreshDialog.then(fresh, person, taken::incrementAndGet);
    }

    @Test
    void theStepIsTakenWhenItIsShown() {
        answer(asked());

        assertThat(taken).hasValue(1);
        assertThat(fresh.isFresh(person)).isTrue();
        roundTrip();
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @Test
    void whoHasLeftTheWindowBeforeItIsShownTakesNoStep() {
        PendingJavaScriptInvocation browser = asked();
        click("Отмена");

        answer(browser);

        assertThat(taken).hasValue(0);
        assertThat(fresh.isFresh(person)).isFalse();
    }

    private PendingJavaScriptInvocation asked() {
        click("Подтвердить ключом доступа");
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(script -> script.getInvocation().getExpression().contains("window.passkeys[$0]")).findFirst().orElseThrow();
    }

    private void answer(PendingJavaScriptInvocation browser) {
        browser.complete(StringNode.valueOf(device.show(String.valueOf(browser.getInvocation().getParameters().get(1)))));
    }
}
