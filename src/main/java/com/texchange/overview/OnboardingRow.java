package com.texchange.overview;

import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the grids of onboardings.
 *
 * @param distributor the company's name, or the invitee's as the supplier wrote it
 * @param letter      what became of the latest invitation or reminder; null before the first
 * @param invitedAt   by which a list is sorted that nobody has sorted otherwise
 */
public record OnboardingRow(OnboardingId id, String supplier, String distributor, String email, DistributorCode code,
        @Nullable String city, Stage stage, Instant since, Delivery.@Nullable State letter,
        Instant invitedAt) {
}
