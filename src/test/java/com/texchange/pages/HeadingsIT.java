package com.texchange.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own heading is the largest of those on it, also where it is drawn small. */
@SomeOnboardings
class HeadingsIT extends VisitedPages {

    private static final String LARGER = """
            () => {
                const size = heading => parseFloat(getComputedStyle(heading).fontSize);
                const page = size(document.querySelector('main h1'));
                return [...document.querySelectorAll('main :is(h2, h3)')].filter(heading => heading.offsetHeight && size(heading) >= page)
                    .map(heading => heading.textContent.trim());
            }""";

    private static final String LARGER_IN_PANEL = """
            () => {
                const size = heading => parseFloat(getComputedStyle(heading).fontSize);
                const panel = document.querySelector('.detail-panel, .task-detail');
                const title = panel.querySelector('h2');
                return [...panel.querySelectorAll('h2, h3, p, li, dt, dd')].filter(text => text !== title && text.offsetHeight && size(text) >= size(title))
                    .map(text => text.textContent.trim());
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"profile", "invitations-list", "company-supplier", "company-registered", "story-supplier", "processes", "suppliers",
        "single-sign-on", "home-supplier", "license", "help-supplier"})
    void noHeadingWithinAPageIsAsLargeAsThePagesOwn(String name) {
        Page page = open(name, "ru", Visitors.NARROW);

        for (int width : new int[] {Visitors.NARROW, 520, 521, 1366}) {
            page.setViewportSize(width, 740);
            assertThat(page.evaluate(LARGER)).as("at %d px", width).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-details", "onboarding-details", "tasks-sales"})
    void nothingInAPanelIsAsLargeAsItsTitle(String name) {
        Page page = open(name, "ru", Visitors.NARROW);
        if (page.locator(".detail-panel").count() == 0) {
            Click.onRow(".task-detail").action().accept(page);
        }
        assertThat(page.locator(":is(.detail-panel, .task-detail) h2").first()).isVisible();

        for (int width : new int[] {Visitors.NARROW, 520, 521, 1366}) {
            page.setViewportSize(width, 740);
            assertThat(page.evaluate(LARGER_IN_PANEL)).as("at %d px", width).isEqualTo(List.of());
            assertThat(page.evaluate(LARGER)).as("at %d px", width).isEqualTo(List.of());
        }
    }
}
