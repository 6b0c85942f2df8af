package com.texchange.audit;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people have typed, among the names of the program and the moments in the values of an entry. These are read in a person's words, and a
 * word that only looks like one, as a company's name in capitals, must not be: it is kept with a mark, which is neither seen nor searched for.
 */
public final class TypedText {

    /** A name of the program. */
    public static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]+");
    public static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** Joins words, and so has no width. */
    private static final char MARK = '\u2060';

    private TypedText() {
    }

    /** As it is kept. */
    public static String of(String typed) {
        return Arrays.stream(typed.split(" ", -1)).map(word -> isRead(word) ? MARK + word : word).collect(Collectors.joining(" "));
    }

    /** The same of what may be missing. */
    public static @Nullable String ofNullable(@Nullable String typed) {
        return typed == null ? null : of(typed);
    }

    private static boolean isRead(String word) {
        return NAME.matcher(word).matches() || MOMENT.matcher(word).matches();
    }

    /** Whether somebody has typed it. */
    public static boolean isMarked(String word) {
        return !word.isEmpty() && word.charAt(0) == MARK;
    }

    /** As it was typed. */
    public static String shown(String marked) {
        return marked.substring(1);
    }
}
