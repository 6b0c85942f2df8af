package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.grants.Delegation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as its distributor sees it.
 *
 * @param expiresAt until when the invitation can be answered
 * @param ordered   whether licenses were chosen for the onboarding
 * @param reason    why it ended early
 */
public record SupplierCard(OnboardingId id, CompanyId supplierId, String supplier, DistributorCode code,
        @Nullable String city, @Nullable String contactName, @Nullable String contactPhone,
        @Nullable String contactEmail, Stage stage, Instant expiresAt, boolean ordered,
        boolean granted, boolean locked, @Nullable String reason) {

    public Delegation delegation() {
        return new Delegation(granted, locked);
    }
}
