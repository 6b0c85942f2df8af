package com.texchange.identityproviders;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import java.time.Instant;

/**
 * Somebody of the company whom its server has let in.
 *
 * @param subject  by which name the server knows the person
 * @param lastUsed when it has last let the person in
 */
public record LinkedPerson(AccountId id, String name, EmailAddress email, String subject, Instant lastUsed) {
}
