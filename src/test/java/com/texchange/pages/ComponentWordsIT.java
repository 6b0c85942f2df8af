package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework's own parts say: they speak the page's language. */
@SomeOnboardings
class ComponentWordsIT extends VisitedPages {

    private static final String HEADS =
            "() => [...document.querySelectorAll('vaadin-grid-sorter[aria-label]')].map(head => head.getAttribute('aria-label'))";

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

    @SuppressWarnings("unchecked")
    private static List<String> heads(Page page) {
        return (List<String>) page.evaluate(HEADS);
    }
}
