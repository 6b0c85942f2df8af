package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.texchange.accounts.Passkeys;
import com.texchange.common.Actor;
import com.texchange.testing.Accessibility;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A passkey in a browser with a device of its own: added, signed in by, shown again, removed. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class PasskeysIT extends SignInWalk {

    private static final String NAME = "My phone";
    @Autowired
    Passkeys passkeys;

    @ParameterizedTest
    @CsvSource({"ru, 1366", "en, 360"})
    void aPasskeyIsAddedSignsInByItselfAndAfterThePasswordAndIsRemoved(String language, int width) {
        Actor supplier = people.supplier();
        PersonAtBrowser person = atBrowser(supplier, language, width);
        addDevice(person);
        person.signIn(supplier.email().value(), PASSWORD);

        person.page().navigate("/profile");
        person.press("accounts.passkeys.add");
        person.see("accounts.passkeys.nameNeeded");
        person.fill("accounts.passkeys.name", NAME);
        person.press("accounts.passkeys.add");
        person.see("accounts.factor.codesText");
        person.station(null);
        person.press("accounts.factor.codesKept");
        person.seeText(NAME);
        assertThat(passkeys.of(supplier)).hasSize(1);

        signOut(person);
        person.page().navigate("/login?continue=/profile");
        person.station(null);
        person.press("accounts.passkeys.signIn");
        person.page().waitForURL(url -> !url.contains("/login"));
        person.see("accounts.passkeys.title");
        assertThat(passkeys.of(supplier).getFirst().lastUsed()).isNotNull();

        signOut(person);
        person.signIn(supplier.email().value(), PASSWORD);
        person.page().waitForURL(url -> url.contains("/second-factor"));
        person.see("accounts.passkeys.orRecovery");
        person.station(null);
        person.press("accounts.passkeys.signIn");
        person.page().waitForURL(url -> !url.contains("/second-factor"));

        person.page().navigate("/profile");
        person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName(person.word("accounts.people.actOn", person.word("accounts.passkeys.remove"), NAME))).click();
        person.pressInDialog("accounts.passkeys.remove");
        person.see("accounts.passkeys.removed", NAME);
        assertThat(passkeys.of(supplier)).isEmpty();

        signOut(person);
        person.page().navigate("/login");
        person.press("accounts.passkeys.signIn");
        person.see("accounts.passkeys.refused");
        assertThat(Accessibility.overflow(person.page())).isEmpty();
    }

    /** As of a phone that has made sure that it is its owner. */
    private static void addDevice(PersonAtBrowser person) {
        CDPSession session = person.page().context().newCDPSession(person.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
    }

    /** As somebody who closes the page first: one that stays open misses its cookie. */
    private static void signOut(PersonAtBrowser person) {
        person.page().navigate("/styles.css");
        person.page().context().clearCookies();
    }
}
