package com.texchange.connections;

import com.texchange.common.SearchWords;

/**
 * Which of its licenses a supplier looks at.
 *
 * @param text words of the license, or of its distributor's name or code; blank for any
 */
public record SupplierLicenseFilter(String text, Show show) {

    public static final SupplierLicenseFilter NONE = new SupplierLicenseFilter("", Show.ALL);

    SearchWords words() {
        return SearchWords.of(text);
    }

    /** All; those in the supplier's service; those out of it; those that belong to it. */
    public enum Show {
        ALL, CONNECTED, NOT_CONNECTED, OWN
    }
}
