package com.texchange.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a picture of every page of every role, in both languages, both themes and both widths, into {@code target/pictures}
 * or the folder that {@code -Dpictures} names: {@code <page>-<language>-<width>-<theme>.png}. They show the same business at
 * each run but for the dates, which count back from it.
 */
@SomeOnboardings
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("pictures")
class PicturesIT {

    private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));

    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    private Visitors visitors;

    @BeforeAll
    void startBrowser() {
        visitors = new Visitors(port);
    }

    @AfterAll
    void closeBrowser() {
        // Skipped tests have none.
        if (visitors != null) {
            visitors.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPage() {
        return new Pages(jdbc).all().stream()
                .map(shown -> DynamicTest.dynamicTest(shown.name(), () -> List.of("ru", "en").forEach(language ->
                        picture(shown, language))));
    }

    private void picture(ShownPage shown, String language) {
        for (int width : new int[] {Visitors.WIDE, Visitors.NARROW}) {
            Page page = visitors.page(shown.person(), language, width);
            shown.open(page);
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(FOLDER.resolve("%s-%s-%d-%s.png".formatted(shown.name(), language, width,
                                theme.name().toLowerCase(Locale.ROOT)))));
            }
        }
    }
}
