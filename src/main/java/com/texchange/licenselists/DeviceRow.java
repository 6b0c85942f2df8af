package com.texchange.licenselists;

import com.texchange.common.LicenseId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mobile device with its license.
 *
 * @param suppliers   the names of those in whose service the license is; for a supplier itself alone
 * @param distributor who uses it, and
 * @param code        its code with the supplier; null for a distributor, who knows, and where it is none of the supplier's
 */
public record DeviceRow(LicenseId licenseId, @Nullable String userName, @Nullable UUID mdmId, String number,
        String activationCode, @Nullable String configVersion, boolean blocked, List<String> suppliers, @Nullable String distributor,
        @Nullable String code) {

    public boolean isConnected() {
        return !suppliers.isEmpty();
    }
}
