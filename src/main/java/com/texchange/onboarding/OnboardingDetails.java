package com.texchange.onboarding;

import com.texchange.mail.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one onboarding.
 *
 * @param reason  why it ended early
 * @param story   each entry as it was recorded
 * @param letters each delivery as it was recorded
 * @param told    the story as the person who asks may read it: what pages show
 */
public record OnboardingDetails(OnboardingRow row, @Nullable String taxId, String invitedBy, Instant invitedAt,
        Instant expiresAt, @Nullable String reason, List<Activity> story, List<Delivery> letters, Story told) {
}
