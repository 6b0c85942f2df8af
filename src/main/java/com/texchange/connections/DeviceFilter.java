package com.texchange.connections;

import com.texchange.common.SearchWords;

/** @param text words of anything that a row shows; blank for all */
public record DeviceFilter(String text, Show show) {

    public static final DeviceFilter NONE = new DeviceFilter("", Show.ALL);

    SearchWords words() {
        return SearchWords.of(text);
    }

    /** Which devices; a blocked one may be connected. */
    public enum Show {
        ALL, CONNECTED, NOT_CONNECTED, BLOCKED
    }
}
