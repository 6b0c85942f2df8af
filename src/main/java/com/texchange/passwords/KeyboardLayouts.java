package com.texchange.passwords;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a text is when it is typed with the other layout switched on, and how Russian words are written in Latin letters. */
final class KeyboardLayouts {

    private static final String CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final Map<Integer, Integer> TO_LATIN = map(CYRILLIC, LATIN);
    private static final Map<Integer, Integer> TO_CYRILLIC = map(LATIN, CYRILLIC);
    private static final Map<Integer, String> SOUNDS = sounds("абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya");

    private KeyboardLayouts() {
    }

    /** @param text in lower case */
    static String onLatinKeys(String text) {
        return through(TO_LATIN, text);
    }

    /** @param text in lower case */
    static String onCyrillicKeys(String text) {
        return through(TO_CYRILLIC, text);
    }

    /** @param text in lower case */
    static String inLatinLetters(String text) {
        return text.codePoints().mapToObj(c -> SOUNDS.getOrDefault(c, Character.toString(c))).collect(Collectors.joining());
    }

    private static String through(Map<Integer, Integer> keys, String text) {
        return text.codePoints().map(c -> keys.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Map<Integer, Integer> map(String from, String to) {
        return IntStream.range(0, from.length()).boxed()
                .collect(Collectors.toMap(i -> (int) from.charAt(i), i -> (int) to.charAt(i)));
    }

    private static Map<Integer, String> sounds(String letters, String sounds) {
        String[] each = sounds.split(" ");
        return IntStream.range(0, letters.length()).boxed()
                .collect(Collectors.toMap(i -> (int) letters.charAt(i), i -> each[i].replace("-", "")));
    }
}
