package com.texchange.accounts;

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

    PublicKeyCredentialCreationOptions options() {
        return options;
    }
}
