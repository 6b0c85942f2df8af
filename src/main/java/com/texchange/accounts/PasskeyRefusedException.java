package com.texchange.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** A passkey of nobody who may sign in, or an answer to something else than what was asked. */
class PasskeyRefusedException extends BadCredentialsException {

    private final @Nullable String owner;

    /** @param owner the address of whose passkey it is; null for one that is not known */
    PasskeyRefusedException(Throwable why, @Nullable String owner) {
        super("no passkey to sign in by", why);
        this.owner = owner;
    }

    @Nullable String owner() {
        return owner;
    }
}
