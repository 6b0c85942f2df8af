package com.texchange.tables;

import com.texchange.common.CleanText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by its words whether a text was read in the right encoding. Those of Latin letters alone say nothing of it. */
final class ReadableWords {

    /** Marks that stand beside words in every encoding. */
    private static final String MARKS = "«»„“”‘’‚‹›–—…•·№°§©®™€±µ¶¬\u00A0\u00AD";
    /** One class rather than a choice, which is called once more for each letter and overflows at words of some ten thousand. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}[^\\x00-\\x7F" + MARKS + "]]+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    /** All large, all small, or a large one first; of the letters that Russian, Ukrainian and Belarusian have. */
    private static final Pattern CYRILLIC = Pattern.compile(
            "[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+|(?:[А-ЯЁ][а-яё]+){2,3}|[А-ЯЁ]{2,5}[а-яё]+");
    /** Seven of ten letters in Russian texts, and rarely so many in what was read wrongly. */
    private static final String FREQUENT = "оеаинтрслвкОЕАИНТРСЛВК";
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final Pattern LATIN_CASE = Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+");
    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\t;,\"\r\n]+");
    /** Cells that are looked at; the last one is the rest of the text. */
    private static final int SAMPLED = 20_000;
    private static final int SAMPLE_CELLS = 3;
    private static final int SAMPLE_LENGTH = 40;

    private ReadableWords() {
    }

    /** From 0 to 1; 0 if no word says anything. Words of one letter do not. */
    static double likelihood(String text) {
        List<String> words = WORD.matcher(text).results().map(MatchResult::group)
                .filter(word -> word.length() > 1 && !ASCII.matcher(word).matches()).toList();
        return words.stream().mapToDouble(word -> isReadable(word) ? frequentLetters(word) : 0).average().orElse(0);
    }

    /** All letters of Latin words count as frequent: no other encoding makes words of them. */
    private static double frequentLetters(String word) {
        return word.chars().filter(c -> FREQUENT.indexOf(c) >= 0 || Character.UnicodeScript.of(c)
                == Character.UnicodeScript.LATIN).count() / (double) word.length();
    }

    private static boolean isReadable(String word) {
        if (CYRILLIC.matcher(word).matches()) {
            return true;
        }
        // A word of accented letters alone is rather one of another alphabet.
        return LATIN.matcher(word).matches() && LATIN_CASE.matcher(word).matches()
                && word.chars().filter(c -> c > '\u007F').count() * 2 <= word.length();
    }

    /** The first cells that differ between encodings, to choose by. */
    static String sample(String text) {
        String cells = Arrays.stream(BETWEEN_CELLS.split(text, SAMPLED)).map(CleanText::line)
                .filter(cell -> !ASCII.matcher(cell).matches()).distinct().limit(SAMPLE_CELLS)
                .collect(Collectors.joining(" · "));
        return cells.length() > SAMPLE_LENGTH ? cells.substring(0, SAMPLE_LENGTH - 1) + "…" : cells;
    }
}
