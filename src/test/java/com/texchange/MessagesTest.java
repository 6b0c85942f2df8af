package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final List<Path> FOLDERS = List.of(Path.of("src/main/resources"),
            Path.of("src/main/resources/messages"), Path.of("src/test/resources/messages"));
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/test/java/com/texchange/demo"));
    /** A key that the code names as a whole; one that it puts together is not found here. */
    private static final Pattern LITERAL_KEY = Pattern.compile(
            "(?:getTranslation\\(|new (?:Refused|TooLate|Outdated)Exception\\(|@Menu\\(title = )\\s*\"([^\"]+)\"\\s*[,)]");

    @ParameterizedTest
    @MethodSource("englishBundles")
    void russianHasTheSameKeys(Path english) {
        assertThat(load(russian(english)).keySet()).isEqualTo(load(english).keySet());
    }

    @ParameterizedTest
    @MethodSource("englishBundles")
    void everyTextCanBeFormattedAndTakesTheSameArguments(Path english) {
        Map<String, String> translations = load(russian(english));
        load(english).forEach((key, text) -> {
            String translation = translations.get(key);
            assertThatCode(() -> new MessageFormat(numbered(english, text))).as(key).doesNotThrowAnyException();
            assertThatCode(() -> new MessageFormat(numbered(english, translation))).as(key).doesNotThrowAnyException();
            assertThat(arguments(translation)).as("arguments of " + key).isEqualTo(arguments(text));
        });
    }

    /** As the other ones of its language; a straight apostrophe would begin a part that is not formatted, too. */
    @ParameterizedTest
    @MethodSource("englishBundles")
    void apostrophesAndQuotationMarksAreThoseOfPrint(Path english) {
        Stream.of(english, russian(english)).forEach(bundle -> load(bundle).forEach((key, text) ->
                assertThat(text).as(key).doesNotContain("'", "\"")));
    }

    @Test
    void noKeyIsInTwoBundles() {
        List<String> keys = englishBundles().flatMap(bundle -> load(bundle).keySet().stream()).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyKeyThatTheCodeNamesExists() {
        Set<String> known = englishBundles().flatMap(bundle -> load(bundle).keySet().stream())
                .collect(Collectors.toSet());

        assertThat(keysInTheCode()).isNotEmpty().isSubsetOf(known);
    }

    static Stream<Path> englishBundles() {
        return FOLDERS.stream().flatMap(MessagesTest::list)
                .filter(file -> file.toString().endsWith(".properties") && !file.toString().endsWith("_ru.properties"));
    }

    private static Path russian(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_ru.properties"));
    }

    /** Texts of constraints name what the constraint has. */
    private static String numbered(Path bundle, String text) {
        return bundle.getFileName().toString().contains("ValidationMessages") ? text.replaceAll("\\{[a-z]+}", "{0}") : text;
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\w+)").matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keysInTheCode() {
        List<String> keys = new ArrayList<>();
        SOURCES.stream().flatMap(MessagesTest::walk).filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> LITERAL_KEY.matcher(read(file)).results().forEach(match -> keys.add(match.group(1))));
        return keys;
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot list " + folder, e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot walk " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
