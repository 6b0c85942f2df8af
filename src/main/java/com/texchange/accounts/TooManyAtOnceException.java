package com.texchange.accounts;

import org.springframework.security.core.AuthenticationException;

/** More people sign in at this moment than passwords can be hashed. */
class TooManyAtOnceException extends AuthenticationException {

    TooManyAtOnceException(RuntimeException refusal) {
        super("too many sign-ins at once", refusal);
    }
}
