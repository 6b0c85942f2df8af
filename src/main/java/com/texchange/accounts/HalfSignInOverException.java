package com.texchange.accounts;

import org.springframework.security.authentication.BadCredentialsException;

/** A second step without a first one, or too long after it. */
class HalfSignInOverException extends BadCredentialsException {

    HalfSignInOverException() {
        super("the first factor has to be given again");
    }
}
