package com.texchange.identityproviders;

import com.texchange.common.Actor;
import com.texchange.testing.PeopleWithPasswords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A company whose administrator sets up a server, a colleague who has a password as well, and a browser of somebody who signs in. */
abstract class CompanyWithServer extends PeopleWithPasswords {

    @Autowired
    IdentityProviders providers;
    Actor administrator;
    Actor colleague;
    SignInBrowser browser;

    @BeforeEach
    void aCompanyWithAColleague() {
        administrator = people.supplier();
        colleague = ofCompany(administrator);
        browser = new SignInBrowser(port);
    }

    final Actor ofCompany(Actor other) {
        return withPassword(people.colleague(other));
    }

    final String begin() {
        return begin(administrator);
    }

    final String begin(Actor of) {
        return providers.signInAddress(of).orElseThrow();
    }

    /**
     * Where the server sends a browser back to.
     *
     * @param asked by which address the browser has come to the server
     * @param more  parameters, each with its "&amp;"
     */
    final String back(String asked, String more) {
        return providers.redirectAddress(administrator) + "?code=x" + more + "&state="
                + URLEncoder.encode(SignInBrowser.parameter(asked, "state"), StandardCharsets.UTF_8);
    }

    static String error(SignInRefusal why) {
        return "/login/company?error=" + why.inAddress();
    }
}
