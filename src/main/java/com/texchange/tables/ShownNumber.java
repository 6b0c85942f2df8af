package com.texchange.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a workbook as its reader sees it. Of the formats, those matter here that give it digits: leading zeros,
 * dashes and spaces in its midst, decimals, percent. Days and times come out as in ISO 8601, all others plainly, but never
 * shortened: 500100732259 is shown as 5.001E+11 only because its column is narrow.
 */
final class ShownNumber {

    private static final MathContext KNOWN = new MathContext(Rounding.DIGITS, RoundingMode.HALF_UP);
    private static final Pattern QUOTED_OR_COLOR = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]|[_*].");
    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    /** Zeros with single characters between them; possessive, as a file's format may be of any length. */
    private static final Pattern DIGIT_PLACES = Pattern.compile("#*0(?:[- ()/]?0)*+");
    private static final Pattern DECIMALS = Pattern.compile("[#0,]*0(?:\\.(0+))?");
    private static final Pattern COLOR = Pattern.compile("\\[[^\\]]*\\]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime DAY_ZERO_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final long SECONDS_A_DAY = 86_400;

    /** More digits than any number has that people write; those of 1E99999999 would fill the memory. */
    private static final int MOST_DIGITS = 1_000;

    private ShownNumber() {
    }

    /** Whether the format shows a day or a time. */
    static boolean isMoment(@Nullable String format) {
        return format != null && !isGeneral(format)
                && DAY_OR_TIME.matcher(QUOTED_OR_COLOR.matcher(format).replaceAll("")).find();
    }

    private static boolean isGeneral(String format) {
        String plain = COLOR.matcher(format).replaceAll("").strip();
        return plain.isEmpty() || plain.equalsIgnoreCase("General") || plain.equalsIgnoreCase("Основной") || plain.equals("@");
    }

    /** @param from1904 whether the workbook counts its days from 1904 */
    static String moment(BigDecimal days, boolean from1904) {
        if (isVast(days) || days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return plain(days);
        }
        long seconds = days.multiply(BigDecimal.valueOf(SECONDS_A_DAY)).setScale(0, RoundingMode.HALF_UP).longValue();
        LocalDateTime moment = (from1904 ? DAY_ZERO_OF_1904 : DAY_ZERO).plusSeconds(seconds);
        return (seconds % SECONDS_A_DAY == 0 ? DAY : MOMENT).format(moment);
    }

    /** @param format null if it has none */
    static String text(BigDecimal number, @Nullable String format) {
        if (format == null || isGeneral(format) || isVast(number)) {
            return plain(number);
        }
        String positive = COLOR.matcher(format.split(";", 2)[0]).replaceAll("").replace("\"", "").replace("\\", "");
        if (positive.endsWith("%")) {
            return plain(number.movePointRight(2)) + "%";
        }
        if (number.signum() >= 0 && isWhole(number) && DIGIT_PLACES.matcher(positive).matches()) {
            return placed(plain(number), positive.replace("#", ""));
        }
        Matcher decimals = DECIMALS.matcher(positive);
        if (!decimals.matches()) {
            return plain(number);
        }
        int scale = decimals.group(1) == null ? 0 : decimals.group(1).length();
        return number.setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean isVast(BigDecimal number) {
        return number.signum() != 0 && (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Rounded as spreadsheet programs do before they show a number. */
    private static String plain(BigDecimal number) {
        if (isVast(number)) {
            return number.round(KNOWN).toString();
        }
        BigDecimal known = isWhole(number) ? number : number.round(KNOWN);
        return known.signum() == 0 ? "0" : known.stripTrailingZeros().toPlainString();
    }

    /** Digits from the right into the places of a format; those that are left over stand before it. */
    private static String placed(String digits, String places) {
        StringBuilder text = new StringBuilder();
        int next = digits.length() - 1;
        for (int i = places.length() - 1; i >= 0; i--) {
            char place = places.charAt(i);
            text.append(place != '0' ? place : next < 0 ? '0' : digits.charAt(next--));
        }
        while (next >= 0) {
            text.append(digits.charAt(next--));
        }
        return text.reverse().toString();
    }
}
