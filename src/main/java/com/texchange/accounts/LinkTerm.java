package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Whose password a link sets, and until when it works.
 *
 * @param zone     the clock by which its letter tells that
 * @param shortest how many characters the password has at least
 */
public record LinkTerm(AccountId account, String name, EmailAddress email, Instant until, ZoneId zone, int shortest) {
}
