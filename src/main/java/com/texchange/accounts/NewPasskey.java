package com.texchange.accounts;

import com.texchange.common.AccountId;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** What a browser is asked to make a passkey of. */
public final class NewPasskey {

    private final PublicKeyCredentialCreationOptions options;
    private final String json;

    NewPasskey(PublicKeyCredentialCreationOptions options, String json) {
        this.options = options;
        this.json = json;
    }

    /** For the script of the page. */
    public String json() {
        return json;
    }

    /** Whether it is this person who was asked for it. */
    boolean isFor(AccountId owner) {
        return PasskeyRows.account(options.getUser().getId()).equals(owner);
    }

    PublicKeyCredentialCreationOptions options() {
        return options;
    }
}
