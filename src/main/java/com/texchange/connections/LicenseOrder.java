package com.texchange.connections;

import java.util.Map;
import org.springframework.data.domain.Sort;

/**
 * The orders in which licenses are listed: each is that of an index, from its beginning or its end, which also gives the ids of a
 * page far from both (V43). Where nothing is known of a license, it stands last, or first.
 */
final class LicenseOrder {

    private static final String NUMBER = "number";
    /** Columns of grids and what they sort by; nothing else reaches a statement. */
    private static final Map<String, String> COLUMNS = Map.of(
            NUMBER, "license.number",
            "activationCode", "license.activation_code",
            "user", "license.user_name collate common_alphabet",
            "configVersion", "license.config_version collate common_alphabet",
            "mdmId", "license.mdm_id");

    private LicenseOrder() {
    }

    /**
     * Of rows {@code license}.
     *
     * @param standard the column where none is chosen, or one that is not known
     */
    static String by(Sort sort, String standard) {
        Sort.Order chosen = sort.stream().filter(order -> COLUMNS.containsKey(order.getProperty())).findFirst()
                .orElse(Sort.Order.asc(standard));
        String direction = chosen.isAscending() ? "" : " desc";
        String column = COLUMNS.getOrDefault(chosen.getProperty(), "license.number");
        return column + direction + (isUnique(chosen.getProperty()) ? "" : ", license.number" + direction);
    }

    private static boolean isUnique(String column) {
        return NUMBER.equals(column) || "activationCode".equals(column);
    }
}
