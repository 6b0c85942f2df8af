package com.texchange.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework's own parts say: they speak the page's language. */
@SomeOnboardings
class ComponentWordsIT extends VisitedPages {

    private static final String HEADS =
            "() => [...document.querySelectorAll('vaadin-grid-sorter[aria-label]')].map(head => head.getAttribute('aria-label'))";
    private static final double STRIP = 20;

    @ParameterizedTest
    @ValueSource(strings = {"distributors", "licenses-supplier", "services", "onboardings"})
    void aHeadThatSortsIsNamedInThePagesLanguage(String name) {
        Page page = open(name, "ru", Visitors.WIDE);

        await().pollInSameThread().untilAsserted(() -> assertThat(heads(page)).isNotEmpty().allMatch(head -> head.startsWith("Сортировать: ")));
        assertThat(heads(page)).as("the head stands where the star is").noneMatch(head -> head.contains("*"));
    }

    @Test
    void inEnglishTheHeadIsNamedOnce() {
        Page page = open("distributors", "en", Visitors.WIDE);

        await().pollInSameThread().untilAsserted(() -> assertThat(heads(page)).contains("Sort by Name"));
    }

    @ParameterizedTest
    @CsvSource({"ru, Нет связи с сервером, 1440", "en, No connection to the server, 360"})
    void aLostConnectionIsToldInWordsForAsLongAsItLasts(String language, String words, int width) {
        Page page = open("distributors", language, width);
        Locator line = page.locator("vaadin-connection-indicator .v-status-message");
        page.context().setOffline(true);
        try {
            page.locator("vaadin-text-field input").first().fill("a");

            assertThat(line).containsText(Pattern.compile(words));
            // The component's own line is shown for two seconds.
            assertThat(page.locator("vaadin-connection-indicator[reconnecting]:not([expanded])")).hasCount(1);
            assertThat(line.evaluate("line => line.getAnimations().length === 0 || Promise.allSettled(line.getAnimations().map(one => one.finished)).then(() => true)"))
                    .isEqualTo(true);
            assertThat(line.boundingBox().height).isGreaterThan(STRIP);
            assertThat((Boolean) line.evaluate("line => line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight")).isTrue();
        } finally {
            page.context().setOffline(false);
        }
        assertThat(page.locator("vaadin-connection-indicator:not([reconnecting])")).hasCount(1);
        assertThat(line).containsText(language.equals("ru") ? "На связи" : "Online");
    }

    @SuppressWarnings("unchecked")
    private static List<String> heads(Page page) {
        return (List<String>) page.evaluate(HEADS);
    }
}
