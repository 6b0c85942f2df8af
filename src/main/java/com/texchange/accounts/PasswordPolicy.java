package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;

/** What a password must be: long rather than colorful. */
final class PasswordPolicy {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private PasswordPolicy() {
    }

    /** @throws RefusedException if the password is too easy to guess, or too long to hash in time */
    static void check(String password, EmailAddress email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new RefusedException("accounts.password.length", SHORTEST, LONGEST);
        }
        if (EmailAddress.parse(password).filter(email::equals).isPresent()) {
            throw new RefusedException("accounts.password.isEmail");
        }
        if (password.codePoints().distinct().count() == 1) {
            throw new RefusedException("accounts.password.oneCharacter");
        }
    }
}
