package com.texchange.grants;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant that is in force.
 *
 * @param endsAt     null without an end
 * @param givenBy    the person's name; null if nobody knows, or the reader is of the other company
 * @param lastUsedAt when something was last done under it
 * @param version    for whoever changes what was read
 */
public record GrantInfo(Set<GrantedAct> acts, @Nullable Instant endsAt, @Nullable String reason,
        @Nullable String givenBy, Instant givenAt, @Nullable Instant lastUsedAt, GrantVersion version) {
}
