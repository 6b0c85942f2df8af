package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.PartnershipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in a supplier's network.
 *
 * @param distributorId null until a distributor has accepted
 * @param delegated     whether the supplier may manage the distributor's licenses in the exchange
 */
public record PartnershipInfo(PartnershipId id, CompanyId supplierId, DistributorCode code, Invitee invitee,
        @Nullable CompanyId distributorId, boolean delegated, @Nullable Instant establishedAt) {
}
