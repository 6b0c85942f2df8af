package com.texchange.licenselists;

import com.texchange.common.LicenseId;
import com.texchange.connections.ServiceStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A license as a supplier sees it.
 *
 * @param code    of its distributor; null where that is none of the supplier's
 * @param own     whether it belongs to the supplier
 * @param allowed whether the supplier may change anything of it: it owns it, or has a grant, be it to move alone
 */
public record SupplierLicense(LicenseId licenseId, String number, String activationCode, String distributor, @Nullable String code,
        @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId,
        boolean own, boolean allowed, boolean blocked, ServiceStatus status) {
}
