package com.texchange.common;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, in lower case, as people write them: one {@code @}, no spaces, no control characters.
 * Stricter than RFC 5321 on purpose: quoted local parts and address literals do not occur in business mail and make
 * header injection possible.
 */
public record EmailAddress(String value) {

    /** Longest address that SMTP can carry (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    public static final int MAX_LENGTH = 254;
    /** The form of an address, for the validation of forms. */
    public static final String PATTERN =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?(?:\\.[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?)+";
    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** @throws IllegalArgumentException if it is not an address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
