package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lists of people say of everybody, those of a company and the operator's. */
public interface SeenPerson {

    String name();

    EmailAddress email();

    Colleague.State state();

    /** Until when the link of an invitation works; null for who is in. */
    @Nullable Instant invitedUntil();
}
