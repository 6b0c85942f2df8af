package com.texchange.connections;

import java.util.Arrays;
import java.util.Optional;

/** What of a license a column of a list shows, and can be filtered by. */
public enum LicenseField {
    NUMBER("number", "license.number"),
    ACTIVATION_CODE("activationCode", "license.activation_code"),
    USER("user", "license.user_name"),
    CONFIG_VERSION("configVersion", "license.config_version"),
    MDM_ID("mdmId", "license.mdm_id::text"),
    /** Its distributor, by the words of a company. */
    DISTRIBUTOR("distributor", ""),
    /** The distributor's code in the network of the supplier whose list it is. */
    CODE("code", ""),
    OWNER("owner", "");

    private final String key;
    private final String sql;

    LicenseField(String key, String sql) {
        this.key = key;
        this.sql = sql;
    }

    /** Of the column, and in an address. */
    public String key() {
        return key;
    }

    public static Optional<LicenseField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** Of a row {@code license}, in the form in which it is searched. */
    String form() {
        return this == CONFIG_VERSION ? "(common_search_form(%1$s) || E'\\n ' || %1$s)".formatted(sql)
                : "common_search_form(" + sql + ")";
    }
}
