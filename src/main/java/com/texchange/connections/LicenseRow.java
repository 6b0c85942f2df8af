package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A distributor's license, seen for one supplier. */
public record LicenseRow(CompanyId supplierId, LicenseId licenseId, String number, String activationCode,
        @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId, ServiceStatus status) {

    /** Whether a search finds it, as the database would. */
    public boolean matches(LicenseFilter filter) {
        return filter.isAll() || filter.words().areIn(String.join("\n", number, activationCode, Objects.toString(userName, ""),
                Objects.toString(configVersion, ""), Objects.toString(mdmId, "")));
    }
}
