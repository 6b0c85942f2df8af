package com.texchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Texts and styles that the code does not use any more. The code names most of them as a whole and puts others together, as
 * {@code "stories.side." + line.by()}: of those each part must be a word of the code. A word that the code uses for
 * something else as well is taken for used, so what is found here is surely dead, but not all that is dead is found.
 */
class UsedTextsTest {

    private static final List<Path> CODE = List.of(Path.of("src/main/java"), Path.of("src/test/java/com/texchange/demo"),
            Path.of("src/test/java/com/texchange/local"),
            Path.of("src/main/resources/templates"), Path.of("src/main/resources/META-INF/resources/scripts"));
    private static final List<Path> TEXTS = List.of(Path.of("src/main/resources/messages"), Path.of("src/test/resources/messages"));
    private static final Path STYLES = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([\\w.-]+)'|`([^`]*)`");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_0-9]+\\b");
    private static final Pattern ID_IN_PROCESS = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern STYLE_RULE = Pattern.compile("([^{};]+)\\{");
    /** Several classes at once, as scripts write them. */
    private static final Pattern CLASSES = Pattern.compile("(?:class=|className = )[\"'`]([^\"'`]*)");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    /** What the diagrams' own script sets. */
    private static final Predicate<String> OF_LIBRARY = name -> name.startsWith("djs-") || name.startsWith("bjs-");

    /** Without dots at their ends, so that they can be put together again. */
    private final Set<String> words = words();

    @Test
    void everyTextIsShown() {
        Set<String> unused = new TreeSet<>();
        files(TEXTS).filter(file -> file.toString().endsWith(".properties")).forEach(file -> {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.stringPropertyNames().stream().filter(key -> !words.contains(key) && !isPutTogether(key, true))
                    .forEach(unused::add);
        });

        assertThat(unused).isEmpty();
    }

    @Test
    void everyStyleIsWorn() {
        Set<String> unused = new TreeSet<>();
        files(List.of(STYLES)).filter(file -> file.toString().endsWith(".css")).forEach(file ->
                STYLE_RULE.matcher(read(file).replaceAll("(?s)/\\*.*?\\*/", "")).results().forEach(rule ->
                        STYLE_CLASS.matcher(rule.group(1)).results().map(match -> match.group(1))
                                .filter(OF_LIBRARY.negate().and(name -> !isSet(name))).forEach(unused::add)));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyStyleSheetIsLoaded() {
        Set<String> code = new HashSet<>(words);
        files(List.of(STYLES)).filter(file -> file.toString().endsWith(".css"))
                .forEach(file -> addQuoted(read(file), code));

        assertThat(files(List.of(STYLES)).map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".css"))
                .filter(name -> code.stream().noneMatch(word -> word.endsWith(name)))).isEmpty();
    }

    /** By its name, or by a beginning that something is added to, as {@code "age-" + age.ordinal()}. */
    private boolean isSet(String styleClass) {
        if (words.contains(styleClass)) {
            return true;
        }
        int dash = styleClass.lastIndexOf('-');
        return dash > 0 && words.contains(styleClass.substring(0, dash + 1))
                && (words.contains(styleClass.substring(dash + 1)) || styleClass.substring(dash + 1).matches("\\d+"));
    }

    /** Its beginning is a word of the code, and the rest is one or can be parted into some where it has a dot. */
    private boolean isPutTogether(String key, boolean whole) {
        if (!whole && words.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            if (words.contains(key.substring(0, dot)) && isPutTogether(key.substring(dot + 1), false)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>();
        files(CODE).forEach(file -> {
            String text = read(file);
            if (file.toString().endsWith(".java")) {
                addQuoted(text, words);
                CONSTANT.matcher(text).results().forEach(constant -> {
                    words.add(constant.group());
                    words.add(constant.group().toLowerCase(Locale.ROOT));
                });
            } else {
                addQuoted(text, words);
                IN_TEMPLATE.matcher(text).results().forEach(match -> words.add(match.group(1)));
                CLASSES.matcher(text).results().forEach(match -> words.addAll(List.of(match.group(1).split("\\s+"))));
                words.add(withoutEnding(file));
            }
        });
        files(List.of(Path.of("processes"))).forEach(file -> {
            words.add(withoutEnding(file));
            ID_IN_PROCESS.matcher(read(file)).results().forEach(match -> words.add(match.group(1)));
        });
        return words;
    }

    private static void addQuoted(String text, Set<String> words) {
        QUOTED.matcher(text).results().forEach(match -> Stream.of(1, 2, 3).map(match::group).filter(found -> found != null)
                .forEach(found -> {
                    words.add(found);
                    words.add(found.replaceAll("^\\.|\\.$", ""));
                }));
    }

    private static String withoutEnding(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w+$", "");
    }

    private static Stream<Path> files(List<Path> folders) {
        return folders.stream().flatMap(folder -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
