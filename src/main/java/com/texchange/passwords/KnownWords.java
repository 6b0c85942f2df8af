package com.texchange.passwords;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that everybody knows of a person, and of this product: as they are, in Latin letters, on the other keyboard. */
final class KnownWords {

    private static final int SHORTEST = 3;
    private static final List<String> PRODUCT = List.of("t-exchange", "texchange", "exchange", "t-обмен", "т-обмен", "тобмен", "обмен");

    private KnownWords() {
    }

    static Set<String> with(Collection<String> ofPerson) {
        return Stream.concat(PRODUCT.stream(), ofPerson.stream()).map(GuessedPasswords::plain)
                .flatMap(text -> Stream.of(text, KeyboardLayouts.inLatinLetters(text), KeyboardLayouts.onLatinKeys(text),
                        KeyboardLayouts.onCyrillicKeys(text)))
                .filter(text -> text.length() >= SHORTEST).collect(Collectors.toSet());
    }
}
