package com.texchange.licenses;

/** @param text part of anything that a row shows; blank for all */
public record DeviceFilter(String text, Show show) {

    public static final DeviceFilter NONE = new DeviceFilter("", Show.ALL);

    /** Which devices; a blocked one may be connected. */
    public enum Show {
        ALL, CONNECTED, NOT_CONNECTED, BLOCKED
    }
}
