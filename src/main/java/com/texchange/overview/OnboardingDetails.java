package com.texchange.overview;

import com.texchange.stories.Story;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one onboarding.
 *
 * @param reason why it ended early
 * @param story  as the person who asks may read it
 */
public record OnboardingDetails(OnboardingRow row, @Nullable String taxId, String invitedBy, Instant expiresAt,
        @Nullable String reason, Story story) {
}
