package com.texchange.accounts;

import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords were tried before: this one is not looked at. */
class TooManyTriesException extends LockedException {

    private final TryBudget spent;

    TooManyTriesException(TryBudget spent) {
        super("too many wrong passwords");
        this.spent = spent;
    }

    /** Whether it is the source that has tried too much, rather than that the address was tried too much. */
    boolean isOfSource() {
        return spent.isOfSource();
    }
}
