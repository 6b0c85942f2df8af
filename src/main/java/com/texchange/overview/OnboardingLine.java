package com.texchange.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list of onboardings with what only its export shows. @param reason why it ended early */
record OnboardingLine(OnboardingRow row, @Nullable String taxId, String invitedBy, Instant expiresAt, @Nullable String reason) {
}
