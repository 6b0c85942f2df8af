package com.texchange.connections;

import com.texchange.audit.Narrowing;
import org.jspecify.annotations.Nullable;

/** What a list of licenses was narrowed by, as the audit log keeps it. */
final class ToldFilter {

    private ToldFilter() {
    }

    /** Empty where nothing is left out. */
    static String of(LicenseFilter filter) {
        Narrowing told = new Narrowing().typed(filter.text());
        for (LicenseField field : LicenseField.values()) {
            told.by(name(field), filter.fields().get(field));
        }
        return told.by(shown(filter.show())).told();
    }

    static String name(LicenseField field) {
        return switch (field) {
            case NUMBER -> "BY_NUMBER";
            case ACTIVATION_CODE -> "BY_ACTIVATION_CODE";
            case USER -> "BY_USER";
            case CONFIG_VERSION -> "BY_VERSION";
            case MDM_ID -> "BY_MDM_ID";
            case DISTRIBUTOR -> "BY_DISTRIBUTOR";
            case CODE -> "BY_CODE";
            case OWNER -> "BY_OWNER";
        };
    }

    /** Null for all. */
    static @Nullable String shown(LicenseFilter.Show show) {
        return switch (show) {
            case ALL -> null;
            case CONNECTED -> "ONLY_CONNECTED";
            case NOT_CONNECTED -> "ONLY_NOT_CONNECTED";
            case OWN -> "ONLY_OWN";
            case BLOCKED -> "ONLY_BLOCKED";
        };
    }
}
