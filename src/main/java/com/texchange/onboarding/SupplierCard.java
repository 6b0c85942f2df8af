package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as its distributor sees it.
 *
 * @param locked whether delegation cannot be turned off because licenses belong to the supplier
 * @param reason why it ended early
 */
public record SupplierCard(OnboardingId id, CompanyId supplierId, String supplier, DistributorCode code,
        @Nullable String city, @Nullable String contactName, @Nullable String contactPhone,
        @Nullable String contactEmail, Stage stage, boolean delegated, boolean locked, @Nullable String reason) {
}
