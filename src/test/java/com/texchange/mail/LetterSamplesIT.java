package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import com.texchange.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** What holds for every letter in every language. */
@IntegrationTest
class LetterSamplesIT {

    static final List<Locale> LANGUAGES = Languages.ALL;
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/mail");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href|background|action)\\s*=\\s*\"([^\"]*)\"|url\\(([^)]*)\\)|@import\\s+(\\S+)");
    private static final int PREHEADER = 110;
    @Autowired
    List<LetterSamples> samples;
    @Autowired
    LetterRenderer renderer;

    @Test
    void everyTemplateHasAPageATextAndOneSample() {
        assertThat(names(".html")).isNotEmpty().isEqualTo(names(".txt"));
        for (Locale language : LANGUAGES) {
            assertThat(letters(language)).extracting(Letter::template)
                    .containsExactlyInAnyOrderElementsOf(names(".html"));
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void nothingIsLeftUnresolved(Locale language) {
        letters(language).forEach(letter -> Stream.of(renderer.subject(letter), renderer.preheader(letter), html(letter),
                plain(letter)).forEach(text -> assertThat(text).as(letter.template()).isNotBlank()
                        .doesNotContain("??", "${", "#{", "[(", "[[", " th:", "null", "..", "{0}", "!{")));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theSubjectComesFirstAndThePreheaderSaysMore(Locale language) {
        letters(language).forEach(letter -> {
            String subject = renderer.subject(letter);
            String preheader = renderer.preheader(letter);
            assertThat(preheader).as(letter.template()).isNotEqualToIgnoringCase(subject).hasSizeLessThan(PREHEADER);
            assertThat(subject).as(letter.template()).doesNotContain(preheader.replaceAll("[.!]$", ""));
            assertThat(heading(html(letter))).as(letter.template()).isNotBlank().isNotEqualTo(preheader.replaceAll("[.!]$", ""));
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void thePreheaderIsFollowedByRoomBeforeTheText(Locale language) {
        letters(language).forEach(letter -> assertThat(html(letter)).as(letter.template())
                .containsPattern("(\u034F\u200C(\u00A0|&nbsp;)){100}"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noLineOfThePageEndsWithinTheProductsName(Locale language) {
        letters(language).forEach(letter -> assertThat(html(letter)).as(letter.template())
                .containsPattern("[TТ]\u2011(?:Exchange|Обмен)").doesNotContainPattern("[^/][TТ]-(?:Exchange|Обмен)"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void nothingIsLoadedAndOnlyTheActionIsLinked(Locale language) {
        letters(language).forEach(letter -> {
            String link = letter.model().getOrDefault("link", "none").toString();
            assertThat(ADDRESS.matcher(html(letter)).results().map(found -> found.group(1)))
                    .as(letter.template()).allMatch(link::equals);
            assertThat(html(letter)).doesNotContain("<img", "<script", "<link");
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void thePageNamesItsLanguageAndItsTablesAreLayout(Locale language) {
        letters(language).forEach(letter -> assertThat(html(letter)).as(letter.template())
                .contains("<html", "lang=\"" + language.getLanguage() + "\"", "color-scheme")
                .doesNotContainPattern("<table(?![^>]*role=\"presentation\")"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theTextIsWrappedAndItsLinkStandsAlone(Locale language) {
        letters(language).forEach(letter -> {
            List<String> lines = plain(letter).lines().toList();
            assertThat(lines).as(letter.template()).filteredOn(line -> !line.startsWith("https://"))
                    .allMatch(line -> line.length() <= 78);
            String link = letter.model().getOrDefault("link", "none").toString();
            assertThat(lines.contains(link)).as(letter.template()).isEqualTo(html(letter).contains("\"" + link + "\""));
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void bothPartsNameTheSameFacts(Locale language) {
        letters(language).forEach(letter -> facts(letter).forEach(fact -> assertThat(List.of(
                HtmlUtils.htmlUnescape(html(letter)), plain(letter).replace('\n', ' '))).as(letter.template())
                .allMatch(part -> part.contains(fact))));
    }

    private static List<String> facts(Letter letter) {
        Set<String> shown = Set.of("name", "code", "count", "reason");
        boolean withCode = !Set.of("revoked").contains(letter.template());
        return letter.model().entrySet().stream().filter(entry -> shown.contains(entry.getKey()))
                .filter(entry -> withCode || !"code".equals(entry.getKey()))
                .map(Map.Entry::getValue).map(Object::toString).toList();
    }

    private static String heading(String html) {
        return html.replaceAll("(?s).*<h1[^>]*>([^<]*)</h1>.*", "$1");
    }

    private String html(Letter letter) {
        return renderer.text(letter).html();
    }

    private String plain(Letter letter) {
        return renderer.text(letter).plain();
    }

    private List<Letter> letters(Locale language) {
        return samples.stream().flatMap(module -> module.in(language).stream()).toList();
    }

    private static Set<String> names(String ending) {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(name -> !"layout".equals(name)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError("cannot list " + TEMPLATES, e);
        }
    }
}
