package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.grants.Delegation;
import com.texchange.grants.GrantedAct;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as its distributor sees it.
 *
 * @param expiresAt until when the invitation can be answered
 * @param chooseBy  when licenses are to be chosen by; null if that is not asked, or its task is not there yet
 * @param ordered   whether licenses were chosen for the onboarding
 * @param acts      what the supplier may do, by the names of {@link GrantedAct}
 * @param reason    why it ended early
 */
public record SupplierCard(OnboardingId id, CompanyId supplierId, String supplier, DistributorCode code,
        @Nullable String city, @Nullable String contactName, @Nullable String contactPhone,
        @Nullable String contactEmail, Stage stage, Instant expiresAt, @Nullable Instant chooseBy,
        boolean ordered, boolean granted, List<String> acts, @Nullable Instant grantEndsAt, boolean locked, @Nullable String reason) {

    /** The same with another term. */
    public SupplierCard chosenBy(@Nullable Instant term) {
        return new SupplierCard(id, supplierId, supplier, code, city, contactName, contactPhone, contactEmail, stage, expiresAt, term,
                ordered, granted, acts, grantEndsAt, locked, reason);
    }

    public Delegation delegation() {
        return new Delegation(granted, locked);
    }

    /** What the supplier may do with licenses that are not its own; nothing if that is not granted. */
    public Set<GrantedAct> grantedActs() {
        return acts.stream().map(GrantedAct::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
