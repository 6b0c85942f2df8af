package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Somebody who may do the tasks of a candidate group.
 *
 * @param canSignIn    whether a first password is set
 * @param mailCreated  whether the person wants a letter about each new task
 * @param mailOverdue  whether the person wants a letter about each task that is overdue
 * @param zone         by whose clock the person reads times
 */
public record GroupMember(AccountId id, String name, EmailAddress email, Locale locale, boolean canSignIn,
        boolean mailCreated, boolean mailOverdue, ZoneId zone) {
}
