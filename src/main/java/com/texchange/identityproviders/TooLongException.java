package com.texchange.identityproviders;

import java.io.IOException;

/** An answer is longer than any of a provider has reason to be. */
class TooLongException extends IOException {

    TooLongException() {
        super("longer than " + LimitedAnswer.MOST + " bytes");
    }
}
