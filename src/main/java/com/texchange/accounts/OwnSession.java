package com.texchange.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a person, or a browser that remembers the person.
 *
 * @param id         names it to {@link OwnSessions}
 * @param device     empty if it is not known
 * @param beganAt    null if it is not known
 * @param remembered whether the browser comes in again without a password
 * @param current    the one that asks
 * @param through    whether it began through the company's own sign-in
 */
public record OwnSession(String id, String device, String address, @Nullable Instant beganAt, Instant lastUsed, boolean remembered,
        boolean current, boolean through) {
}
