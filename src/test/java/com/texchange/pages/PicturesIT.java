package com.texchange.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.demo.DemoPerson;
import com.texchange.mail.LetterPreview;
import com.texchange.mail.LetterPreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes a picture of every page of every role, in both languages, both themes and both widths, into {@code target/pictures}
 * or the folder that {@code -Dpictures} names: {@code <page>-<language>-<width>-<theme>.png}. They show the same business at
 * each run but for the dates, which count back from it. So are all letters: {@code letter-<template>-...}, and their plain
 * parts beside them as {@code .txt}. With {@code -Dpages.only} there are none. {@code -Dpictures.languages}, {@code -Dpictures.themes} and
 * {@code -Dpictures.widths} take others than all: {@code en}, {@code dark}, {@code 768}, with commas between several.
 */
@SomeOnboardings
@Tag("pictures")
class PicturesIT extends VisitedPages {

    private static final List<String> LANGUAGES = wanted("languages", "ru,en");
    private static final List<ColorScheme> THEMES = wanted("themes", "light,dark").stream()
            .map(theme -> ColorScheme.valueOf(theme.toUpperCase(Locale.ROOT))).toList();
    private static final List<Integer> WIDTHS = wanted("widths", Visitors.WIDE + "," + Visitors.NARROW).stream().map(Integer::valueOf).toList();
    private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));

    /** What a page scrolls inside its frame, in pixels; grids keep their own rows. */
    private static final String HIDDEN_BELOW = """
            () => {
                const all = root => [...root.querySelectorAll('*')].filter(element => !element.closest('vaadin-grid'))
                    .flatMap(element => element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
                return Math.max(0, ...all(document.body)
                    .filter(element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
                    .map(element => element.scrollHeight - element.clientHeight));
            }
            """;
    /** Of a picture. */
    private static final int HIGHEST = 8_000;

    @Autowired
    LetterPreviews letters;
    @Autowired
    Accounts accounts;

    @TestFactory
    Stream<DynamicTest> everyPage() {
        return new Pages(jdbc).wanted()
                .map(shown -> DynamicTest.dynamicTest(shown.name(), () -> LANGUAGES.forEach(language ->
                        picture(shown, language))));
    }

    @TestFactory
    Stream<DynamicTest> everyLetter() {
        Actor manager = manager();
        return letters.list(Locale.of("ru"), manager).stream().map(LetterPreviews.Entry::template).filter(template -> Pages.ALL_WANTED)
                .map(template -> DynamicTest.dynamicTest(template, () -> {
                    for (String language : LANGUAGES) {
                        picture(letters.find(template, Locale.of(language), manager).orElseThrow(),
                                "letter-" + template, language);
                    }
                }));
    }

    private static List<String> wanted(String option, String all) {
        return List.of(System.getProperty("pictures." + option, all).split(","));
    }

    private Actor manager() {
        return accounts.find(DemoPerson.MANAGER.email()).orElseThrow().actor();
    }

    private void picture(LetterPreview letter, String title, String language) throws IOException {
        String name = title + "-" + language;
        for (int width : WIDTHS) {
            Page page = visitors.page(null, language, width);
            for (ColorScheme theme : THEMES) {
                page.setContent(letter.html(theme == ColorScheme.DARK));
                shoot(page, name, width, theme);
            }
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".txt"), letter.plain());
    }

    private void picture(ShownPage shown, String language) {
        for (int width : WIDTHS) {
            Page page = visitors.page(shown.person(), language, width);
            shown.open(page);
            for (ColorScheme theme : THEMES) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
                shoot(page, shown.name() + "-" + language, width, theme);
            }
        }
    }

    /** As high as the page is, also where it is the frame's content that scrolls. */
    private static void shoot(Page page, String name, int width, ColorScheme theme) {
        Visitors.resize(page, width);
        int below = ((Number) page.evaluate(HIDDEN_BELOW)).intValue();
        if (below > 0) {
            page.setViewportSize(width, Math.min(HIGHEST, page.viewportSize().height + below));
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(FOLDER.resolve("%s-%d-%s.png".formatted(name, width, theme.name().toLowerCase(Locale.ROOT)))));
    }
}
