package com.texchange.common;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one rule by which the characters of a cell or a field become what a person sees in it: programs fill texts with spaces
 * that do not break, with marks that have no width, with dashes and digits of many kinds.
 */
public final class CleanText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034F]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212\\u2043]");
    /** Spaces, and the apostrophe that divides groups in some countries. */
    private static final Pattern GROUPING = Pattern.compile("(?<=[0-9-])[ '\u2019](?=[0-9-])");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ .-]+(?=[0-9])");
    private static final Pattern DOTS = Pattern.compile("(?<=[0-9])[./](?=[0-9])");
    /** By which people tell spreadsheet programs that a number is a text. */
    private static final Pattern TEXT_MARK = Pattern.compile("^['\u2019`]+(?=[0-9])");

    private CleanText() {
    }

    /** The text in one line: invisible characters taken out, spaces of all kinds made single ones, none at the ends. */
    public static String line(String text) {
        if (isPlain(text)) {
            return text;
        }
        String visible = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** The same for a text that may be missing; for what was kept by an earlier rule. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        return text == null ? null : line(text);
    }

    /** A text of several lines: each as {@link #line}, at most one of them empty between two others, none at the ends. */
    public static String lines(String text) {
        return LINE_ENDS.splitAsStream(text).map(CleanText::line).collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n").strip();
    }

    /** Most cells are, and there are many. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' && (c != ' ' || i == 0 || i == text.length() - 1 || text.charAt(i - 1) == ' ') || c > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * A number of digits and dashes, such as that of a license: as {@link #line}, every dash a hyphen, every digit a Latin
     * one, without the spaces that part its groups.
     */
    public static String number(String text) {
        return GROUPING.matcher(TEXT_MARK.matcher(plainDashesAndDigits(text)).replaceFirst("")).replaceAll("");
    }

    /** A number of digits alone, such as a taxpayer's: as {@link #number}, without dashes too. */
    public static String digits(String text) {
        return BETWEEN_DIGITS.matcher(number(text)).replaceAll("");
    }

    /** A phone number: as {@link #line}, every dash a hyphen, every digit a Latin one, dots and slashes between digits hyphens. */
    public static String phone(String text) {
        return DOTS.matcher(plainDashesAndDigits(text)).replaceAll("-");
    }

    private static String plainDashesAndDigits(String text) {
        String line = DASHES.matcher(line(text)).replaceAll("-");
        StringBuilder latin = new StringBuilder(line.length());
        line.codePoints().map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(latin::appendCodePoint);
        return latin.toString();
    }
}
