package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A distributor's license, seen for one supplier. */
public record LicenseRow(CompanyId supplierId, LicenseId licenseId, String number, String activationCode,
        @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId, ServiceStatus status) {
}
