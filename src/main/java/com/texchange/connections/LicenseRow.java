package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.SearchWords;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A distributor's license, seen for one supplier.
 *
 * @param own whether it belongs to that supplier
 */
public record LicenseRow(CompanyId supplierId, LicenseId licenseId, String number, String activationCode,
        @Nullable String userName, @Nullable String configVersion, @Nullable UUID mdmId, boolean blocked,
        ServiceStatus status, boolean own) {

    /** Whether a distributor's list shows it under its supplier, as the database would say. */
    public boolean matches(LicenseFilter filter) {
        return filter.isAll() || filter.typed().areIn(String.join("\n", number, activationCode, Objects.toString(userName, ""),
                Objects.toString(configVersion, ""), Objects.toString(mdmId, "")))
                && isIn(filter.show()) && filter.fields().entrySet().stream().allMatch(field -> SearchWords.of(field.getValue()).areIn(value(field.getKey())));
    }

    private boolean isIn(LicenseFilter.Show show) {
        return switch (show) {
            case CONNECTED -> status == ServiceStatus.IN_SERVICE;
            case NOT_CONNECTED -> status != ServiceStatus.IN_SERVICE;
            case OWN -> own;
            case BLOCKED -> blocked;
            case ALL -> true;
        };
    }

    private String value(LicenseField field) {
        return Objects.toString(switch (field) {
            case NUMBER -> number;
            case ACTIVATION_CODE -> activationCode;
            case USER -> userName;
            case CONFIG_VERSION -> configVersion;
            case MDM_ID -> mdmId;
            case DISTRIBUTOR, CODE, OWNER -> null;
        }, "");
    }
}
