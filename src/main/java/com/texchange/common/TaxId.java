package com.texchange.common;

import java.util.regex.Pattern;

/**
 * A Russian taxpayer number (ИНН): 10 digits of a company or 12 of a person, closed by control digits
 * (order of the Federal Tax Service of 29.06.2012 N ММВ-7-6/435@).
 */
public record TaxId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}|[0-9]{12}");
    private static final String NO_REGION = "00";
    private static final int[] WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    /** @throws IllegalArgumentException if the length or a control digit is wrong */
    public TaxId {
        value = value.strip();
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a taxpayer number");
        }
    }

    /** Whether the text is a taxpayer number that can have been given: there is no region 00, whatever its control digits. */
    public static boolean isValid(String text) {
        return isWellFormed(text) && !text.startsWith(NO_REGION);
    }

    /** Whether it has as many digits as a taxpayer number, and yet is none: most likely one of them is mistyped. */
    static boolean isMistyped(String text) {
        return FORM.matcher(text).matches() && !isValid(text);
    }

    /** An earlier rule has let more numbers be kept than are taken now. */
    private static boolean isWellFormed(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        return text.length() == 10
                ? control(text, 9)
                : control(text, 10) && control(text, 11);
    }

    /**
     * Spreadsheet programs take the number for a quantity and drop the zero that it may begin with.
     *
     * @return the number with that zero if it makes it a valid one, else as it is
     */
    public static String withLostZero(String number) {
        return isValid("0" + number) ? "0" + number : number;
    }

    /** The weights are aligned to the right end: the digit at {@code position} controls all before it. */
    private static boolean control(String text, int position) {
        int sum = 0;
        for (int i = 0; i < position; i++) {
            sum += WEIGHTS[WEIGHTS.length - position + i] * (text.charAt(i) - '0');
        }
        return sum % 11 % 10 == text.charAt(position) - '0';
    }

    /** Whether it is an organization's, and not a person's. */
    public boolean isOrganizations() {
        return value.length() == 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
