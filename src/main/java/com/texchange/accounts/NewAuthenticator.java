package com.texchange.accounts;

import com.texchange.passwords.TimedCodes;

/** An app that is to make a person's codes from now on, once it has shown one. The server alone keeps it until then. */
public final class NewAuthenticator {

    private final byte[] secret = TimedCodes.secret();
    private final String address;

    NewAuthenticator(String address) {
        this.address = address;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** What a person types into the app. */
    public String text() {
        return TimedCodes.text(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** What the app reads from a picture. */
    public String uri() {
        return TimedCodes.uri(secret, address);
    }
}
