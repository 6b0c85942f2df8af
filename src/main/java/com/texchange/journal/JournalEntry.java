package com.texchange.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody reads it.
 *
 * @param actor    the person's name, or the address that was tried; empty for the system, and for a person of another house
 * @param company  for which it was done; null for the operator and for who belongs to none
 * @param stranger whether nobody was signed in, so that the name is what somebody said
 * @param foreign  whether it was a person of another house than the reader's, who is not named
 */
public record JournalEntry(long id, Instant at, String kind, @Nullable UUID actorId, String actor,
        @Nullable String company, @Nullable UUID grantId, @Nullable String source, @Nullable String subjectType, @Nullable String subjectId,
        @Nullable String subject, @Nullable String oldValue, @Nullable String newValue, int times, boolean stranger, boolean foreign) {
}
