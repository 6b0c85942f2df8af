package com.texchange.common;

import java.util.Locale;

/**
 * The forms that a counted word takes, by the plural rules for whole numbers that Unicode's CLDR gives for Russian and
 * English. A message that counts has three keys, ending in {@code .one}, {@code .few} and {@code .many}; English says the
 * same in the last two.
 */
public enum Plural {
    ONE, FEW, MANY;

    /** The key of the message's form for a count that is not negative. */
    public static String key(String key, long count, Locale locale) {
        return key + "." + of(count, locale).name().toLowerCase(Locale.ROOT);
    }

    static Plural of(long count, Locale locale) {
        if (!locale.getLanguage().equals(Languages.RUSSIAN.getLanguage())) {
            return count == 1 ? ONE : MANY;
        }
        long last = count % 10;
        boolean teen = count % 100 / 10 == 1;
        if (last == 1 && !teen) {
            return ONE;
        }
        return last >= 2 && last <= 4 && !teen ? FEW : MANY;
    }
}
