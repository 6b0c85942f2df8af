package com.texchange.connections;

import com.texchange.common.LicenseId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A distributor's mobile device with its license.
 *
 * @param suppliers the names of those in whose service the license is
 */
public record DeviceRow(LicenseId licenseId, @Nullable String userName, @Nullable UUID mdmId, String number,
        String activationCode, @Nullable String configVersion, boolean blocked, List<String> suppliers) {

    public boolean isConnected() {
        return !suppliers.isEmpty();
    }
}
