package com.texchange.licenselists;

import com.texchange.common.LicenseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A license as the sales department sees it.
 *
 * @param suppliers how many suppliers have it in their service
 */
public record AllLicense(LicenseId licenseId, String number, String activationCode, String distributor, String owner,
        @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId, boolean blocked, int suppliers) {
}
