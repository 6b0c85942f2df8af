package com.texchange.accounts;

import com.texchange.common.SessionOfNow;
import org.springframework.stereotype.Component;

/** Tells requests that take long whether their session has ended meanwhile. */
@Component
class LongRequests implements SessionOfNow {

    private final CurrentPerson current;
    private final SessionActivity activity;

    LongRequests(CurrentPerson current, SessionActivity activity) {
        this.current = current;
        this.activity = activity;
    }

    /** What nobody does at a page stands on no session. */
    @Override
    public boolean goesOn() {
        return current.find().map(activity::goesOn).orElse(true);
    }
}
