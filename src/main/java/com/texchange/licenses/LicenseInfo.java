package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mobile license.
 *
 * @param distributorId who uses it
 * @param ownerId       to whom it belongs: the distributor or a supplier
 */
public record LicenseInfo(LicenseId id, String number, String activationCode, CompanyId distributorId, String distributor,
        CompanyId ownerId, String owner, @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId,
        boolean blocked, Instant createdAt) {
}
