package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the operator's people, as its administrators see them.
 *
 * @param invitedUntil until when the link of an invitation works; null for who is in
 * @param secondFactor whether the person has one
 */
public record OperatorPerson(AccountId id, String name, EmailAddress email, Set<Role> roles, Colleague.State state,
        @Nullable Instant invitedUntil, boolean secondFactor) implements SeenPerson {
}
