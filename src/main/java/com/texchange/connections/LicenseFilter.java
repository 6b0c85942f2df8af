package com.texchange.connections;

import com.texchange.common.SearchWords;

/** Which licenses a list shows. @param text words of anything that a row shows; blank for all */
public record LicenseFilter(String text) {

    public static final LicenseFilter NONE = new LicenseFilter("");

    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return words().words().isEmpty();
    }

    SearchWords words() {
        return SearchWords.of(text);
    }
}
