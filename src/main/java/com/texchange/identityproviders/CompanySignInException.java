package com.texchange.identityproviders;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in through a company. */
class CompanySignInException extends AuthenticationException {

    private final SignInRefusal why;
    private final @Nullable String who;

    CompanySignInException(SignInRefusal why) {
        this(why, why.name(), null);
    }

    /**
     * @param detail for the log
     * @param who    by the server's word, if it is believed
     */
    CompanySignInException(SignInRefusal why, String detail, @Nullable String who) {
        super(detail);
        this.why = why;
        this.who = who;
    }

    SignInRefusal why() {
        return why;
    }

    @Nullable String who() {
        return who;
    }
}
