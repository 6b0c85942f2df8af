package com.texchange.tables;

import com.texchange.common.CleanText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes a column by its heading.
 *
 * @param exact whether the heading has no other words
 * @param words how many of the heading's words name the column
 */
record HeadingWords<C extends TableColumn>(C column, boolean exact, int words) {

    /** A longer text is no heading. */
    private static final int LONGEST = 80;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Empty if the text names no column, or two as well. */
    static <C extends TableColumn> Optional<HeadingWords<C>> match(String heading, C[] columns) {
        String plain = plain(heading);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        List<HeadingWords<C>> matches = Arrays.stream(columns)
                .flatMap(column -> column.words().stream().filter(words -> names(column, words, plain))
                        .map(words -> new HeadingWords<>(column, words.equals(plain), words.split(" ").length)))
                .sorted(Comparator.comparing((HeadingWords<C> match) -> match.exact())
                        .thenComparing(HeadingWords::words).reversed())
                .toList();
        return matches.stream().findFirst().filter(best -> matches.stream().noneMatch(other ->
                other.column() != best.column() && other.exact() == best.exact() && other.words() == best.words()));
    }

    private static boolean names(TableColumn column, String words, String heading) {
        return words.equals(heading)
                || isIn(words, heading) && column.othersWords().stream().noneMatch(others -> isIn(others, heading));
    }

    private static boolean isIn(String words, String heading) {
        return (" " + heading + " ").contains(" " + words + " ");
    }

    /** Whatever its case, without punctuation. */
    static String plain(String heading) {
        return PUNCTUATION.matcher(CleanText.line(heading).toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll(" ").strip();
    }
}
