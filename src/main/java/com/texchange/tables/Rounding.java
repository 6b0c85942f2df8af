package com.texchange.tables;

import com.texchange.common.CleanText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells numbers of which a spreadsheet program has kept only the first digits. */
final class Rounding {

    /** What they know of a number. */
    static final int DIGITS = 15;
    private static final BigDecimal FIRST_INEXACT = BigDecimal.TEN.pow(DIGITS);
    /** 2,83189E+19 */
    private static final Pattern SHORTENED = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[Ee][+-]?[0-9]+");
    private static final Pattern LONG = Pattern.compile("[1-9][0-9]{15,}");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final Pattern GROUPED = Pattern.compile("[ -]");
    /** Possessive, or each group would be called within the one before: a cell may have thousands. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[ -][0-9]+)*+");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:[ ][0-9]{3})*");

    private Rounding() {
    }

    /**
     * Whether a text looks like a number that was rounded. One that stands in groups other than thousands was not written
     * by a spreadsheet program, and one that begins with zero was never a number for it.
     */
    static boolean isLikely(String text) {
        if (SHORTENED.matcher(text).matches()) {
            return true;
        }
        return beyond(text).filter(Rounding::areZeros).isPresent();
    }

    /** The digits of a number that a spreadsheet program would not keep; empty if it would keep all, or take the text for no number. */
    static Optional<String> beyond(String text) {
        // What is long is words most of the time, which need not be cleaned to be known as such.
        if (text.length() <= DIGITS || text.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String line = CleanText.line(text);
        boolean groupedByHand = NUMBER.matcher(line).matches() && GROUPED.matcher(line).find() && !THOUSANDS.matcher(line).matches();
        return groupedByHand ? Optional.empty() : Optional.of(CleanText.number(text)).filter(number -> LONG.matcher(number).matches())
                .map(number -> number.substring(DIGITS));
    }

    static boolean areZeros(String digits) {
        return ZEROS.matcher(digits).matches();
    }

    /** Whether a workbook cannot hold the number exactly. */
    static boolean isCertain(BigDecimal number) {
        return number.abs().compareTo(FIRST_INEXACT) >= 0;
    }
}
