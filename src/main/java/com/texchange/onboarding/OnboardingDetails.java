package com.texchange.onboarding;

import com.texchange.mail.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a supplier or a process manager sees of one onboarding. @param reason why it ended early */
public record OnboardingDetails(OnboardingRow row, @Nullable String taxId, String invitedBy, Instant invitedAt,
        Instant expiresAt, @Nullable String reason, List<Activity> story, List<Delivery> letters) {
}
