package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.PartnershipId;
import org.jspecify.annotations.Nullable;

/**
 * A place in a supplier's network.
 *
 * @param distributorId null until a distributor has accepted
 */
public record PartnershipInfo(PartnershipId id, CompanyId supplierId, DistributorCode code, Invitee invitee,
        @Nullable CompanyId distributorId) {
}
