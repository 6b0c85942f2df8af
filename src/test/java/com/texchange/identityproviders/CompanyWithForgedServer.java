package com.texchange.identityproviders;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same, whose server says what a test has it say. */
abstract class CompanyWithForgedServer extends CompanyWithServer {

    static final String CLIENT = "client";
    static final String SECRET = "the first secret";
    ForgedServer server;

    @BeforeEach
    void itHasAServer() throws IOException {
        server = new ForgedServer();
        save(CLIENT, SECRET);
        providers.turn(true, administrator);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    final void save(String client, String secret) {
        save(client, secret, false);
    }

    final void save(String client, String secret, boolean trustsFactor) {
        providers.save(new ProviderSettings(server.issuer(), client, secret, trustsFactor), administrator);
    }

    /** Begins a sign-in of the colleague, for which the server has a right answer then. */
    final String asked(String subject) {
        String asked = browser.led(begin());
        server.give(server.signed(server.claims(CLIENT, SignInBrowser.parameter(asked, "nonce"), colleague.email().value()).subject(subject).build()));
        return asked;
    }

    final String signIn(String subject) {
        return browser.led(back(asked(subject), ""));
    }
}
