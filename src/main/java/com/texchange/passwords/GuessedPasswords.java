package com.texchange.passwords;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * How many guesses a password takes, at the least. The library knows English words, names, common passwords and keyboards; here it
 * learns common passwords of the length that is asked for, Russian words, in Latin letters too, the Russian keyboard, and that
 * a text may have been typed with the other layout. It takes each letter of what it does not know for ten guesses.
 */
@Component
class GuessedPasswords {

    private static final String FOLDER = "passwords/";
    /** What stands further behind only adds guesses, but time too. */
    private static final int LOOKED_AT = 40;
    /** What spaces and signs between words add: the library sees no repetition across them. */
    private static final double SEPARATORS = 100;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\p{Pd}_.,;:/|+]+");

    private final SingletonSupplier<Zxcvbn> library = SingletonSupplier.of(GuessedPasswords::load);

    /** @param own words that somebody who knows the person tries first */
    double guesses(String password, Collection<String> own) {
        String plain = plain(password);
        List<String> words = List.copyOf(own);
        double typed = Stream.of(plain, KeyboardLayouts.onLatinKeys(plain), KeyboardLayouts.onCyrillicKeys(plain)).distinct()
                .mapToDouble(text -> measure(text, words)).min().orElse(0);
        return Math.min(typed, SEPARATORS * measure(BETWEEN_WORDS.matcher(plain).replaceAll(""), words));
    }

    private double measure(String text, List<String> words) {
        return text.isEmpty() ? Double.MAX_VALUE
                : library.obtain().measure(text.substring(0, Math.min(LOOKED_AT, text.length())), words).getGuesses();
    }

    /** Capitals and dots over letters hardly make it harder. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static Zxcvbn load() {
        try {
            List<Dictionary> dictionaries = new ArrayList<>(StandardDictionaries.loadAllDictionaries());
            dictionaries.add(new Dictionary("common", words("common.txt")));
            List<String> russian = words("russian.txt");
            dictionaries.add(new Dictionary("russian", russian));
            dictionaries.add(new Dictionary("russian in Latin letters", russian.stream().map(KeyboardLayouts::inLatinLetters).distinct().toList()));
            return new ZxcvbnBuilder().dictionaries(dictionaries).keyboards(StandardKeyboards.loadAllKeyboards())
                    .keyboard(new SlantedKeyboardLoader("jcuken", () -> new ClassPathResource(FOLDER + "jcuken.txt").getInputStream()).load())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the words of common passwords cannot be read", e);
        }
    }

    private static List<String> words(String file) throws IOException {
        return Arrays.stream(plain(new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8)).strip().split("\\s+"))
                .distinct().toList();
    }
}
