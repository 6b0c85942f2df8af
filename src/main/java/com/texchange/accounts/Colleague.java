package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of a company, as the others of it see it.
 *
 * @param invitedUntil until when the link of an invitation works; null for who is in
 * @param secondFactor whether the person has one
 */
public record Colleague(AccountId id, String name, EmailAddress email, Position position, State state,
        @Nullable Instant invitedUntil, boolean secondFactor) implements SeenPerson {

    /** Is in; invited and not in yet; switched off. */
    public enum State {
        IN, INVITED, OFF
    }
}
