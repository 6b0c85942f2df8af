package com.texchange.accounts;

import org.springframework.security.core.AuthenticationException;

/** The second step was sent without a code. No try, and nothing to be recorded. */
class MissingCodeException extends AuthenticationException {

    MissingCodeException() {
        super("no code");
    }
}
