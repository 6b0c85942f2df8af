package com.texchange.common;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The one rule by which the MDM ID of a mobile device is read, whether it stands in a table, is pasted into a window or searched for. */
public final class MdmId {

    private static final Pattern WITHOUT_DASHES =
            Pattern.compile("^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]+");

    private MdmId() {
    }

    /** In small letters, with its four dashes: some systems write it in braces, with other dashes, or without. What is none stays to be seen. */
    public static String clean(String text) {
        String id = CleanText.number(text).toLowerCase(Locale.ROOT);
        String bare = id.startsWith("{") && id.endsWith("}") ? id.substring(1, id.length() - 1) : id;
        return WITHOUT_DASHES.matcher(bare).replaceFirst("$1-$2-$3-$4-$5");
    }

    /** Empty for what is none. */
    public static Optional<UUID> read(String text) {
        String clean = clean(text);
        try {
            UUID read = UUID.fromString(clean);
            // It also reads shortened groups.
            return Optional.of(read).filter(id -> id.toString().equals(clean));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The digits of a part of one, as it was typed into a search; empty where nothing of it can be in any. */
    public static Optional<String> digits(String text) {
        return Optional.of(clean(text).replaceAll("[-{} ]", "")).filter(digits -> DIGITS.matcher(digits).matches());
    }
}
