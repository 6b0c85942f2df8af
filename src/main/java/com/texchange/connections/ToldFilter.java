package com.texchange.connections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list was narrowed by, as the audit log keeps it: what was typed, and names of the program, which are read there in a person's
 * words ({@code journal.value}).
 */
final class ToldFilter {

    /** No more of a text is searched for. */
    private static final int LONGEST = 200;

    private ToldFilter() {
    }

    /** Empty where nothing is left out. */
    static String of(LicenseFilter filter) {
        List<String> parts = new ArrayList<>();
        if (!filter.text().isBlank()) {
            parts.add(cut(filter.text()));
        }
        for (LicenseField field : LicenseField.values()) {
            String typed = filter.fields().get(field);
            if (typed != null) {
                parts.add(name(field) + " — " + cut(typed));
            }
        }
        String show = shown(filter.show());
        if (show != null) {
            parts.add(show);
        }
        return String.join(" · ", parts);
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

    private static String cut(String typed) {
        String text = typed.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
