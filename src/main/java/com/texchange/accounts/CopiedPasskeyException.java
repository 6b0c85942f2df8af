package com.texchange.accounts;

import org.springframework.security.authentication.BadCredentialsException;

/** A passkey counts its uses, and this one has counted fewer than are known: somebody has a copy of it. */
class CopiedPasskeyException extends BadCredentialsException {

    CopiedPasskeyException() {
        super("a passkey was used elsewhere");
    }
}
