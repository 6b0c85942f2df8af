package com.texchange.accounts;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and the second step is to come. */
class SecondFactorNeededException extends AuthenticationException {

    private final transient HalfSignIn half;

    SecondFactorNeededException(HalfSignIn half) {
        super("a second factor is needed");
        this.half = half;
    }

    HalfSignIn half() {
        return half;
    }
}
