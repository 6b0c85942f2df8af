package com.texchange.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.texchange.testing.AppLink;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page is scrolled to when it is opened. */
@SomeOnboardings
class ScrollingIT extends VisitedPages {

    private static final String BOX = "(document.querySelector('vaadin-app-layout')?.shadowRoot.querySelector('[part~=content]')"
            + " ?? document.scrollingElement)";
    private static final String PLACE = "() => Math.round(" + BOX + ".scrollTop)";
    /** Ends when the browser has told the page of it. */
    private static final String SCROLL = """
            place => new Promise(done => {
                const box = %s;
                (box === document.scrollingElement ? document : box).addEventListener('scroll',
                    () => requestAnimationFrame(() => done(Math.round(box.scrollTop))), {once: true});
                box.scrollTop = place;
                if (box.scrollTop === 0) done(0);
            })""".formatted(BOX);

    @ParameterizedTest
    @CsvSource({"profile, 1366", "profile, 360", "story-supplier, 1366"})
    void anotherPageBeginsAtItsTopAndWhoGoesBackFindsThePageWhereItWasLeft(String name, int width) {
        Page page = open(name, "ru", Visitors.WIDE);
        page.setViewportSize(width, 400);
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        String address = page.url();
        int left = scroll(page, 300);

        AppLink.follow(page, "/company");
        assertThat(page).hasURL(Pattern.compile("/company$"));
        assertPlace(page, 0);
        scroll(page, 150);

        page.goBack();
        assertThat(page).hasURL(address);
        assertPlace(page, left);

        AppLink.follow(page, "/company");
        assertPlace(page, 0);
    }

    /** Of the same kind, and so the same view. */
    @Test
    void thePageOfAnotherCompanyBeginsAtItsTop() {
        Page page = open("company-registered", "ru", Visitors.WIDE);
        page.setViewportSize(1366, 400);
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        String another = jdbc.sql("select id from company where ?::text not like '%' || id || '%' limit 1").param(page.url())
                .query(String.class).single();
        scroll(page, 200);

        AppLink.follow(page, "/registry/companies/" + another);

        assertThat(page).hasURL(Pattern.compile(another));
        assertPlace(page, 0);
    }

    @Test
    void alsoOutsideTheFrameAnotherPageBeginsAtItsTop() {
        Page page = open("register", "ru", Visitors.WIDE);
        page.setViewportSize(360, 400);
        scroll(page, 200);

        AppLink.follow(page, "/login/company");

        assertThat(page).hasURL(Pattern.compile("/login/company"));
        assertPlace(page, 0);
    }

    @Test
    void whatIsOpenedWithinAPageLeavesItWhereItIs() {
        Page page = open("processes", "ru", Visitors.WIDE);
        page.setViewportSize(1366, 300);
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        int left = scroll(page, 40);

        AppLink.follow(page, "/processes/late");

        assertThat(page).hasURL(Pattern.compile("/processes/late$"));
        assertPlace(page, left);
    }

    private static int scroll(Page page, int place) {
        int reached = (Integer) page.evaluate(SCROLL, place);
        assertThat(reached).as("the page is long enough").isPositive();
        return reached;
    }

    private static void assertPlace(Page page, int place) {
        await().pollInSameThread().untilAsserted(() -> assertThat((Integer) page.evaluate(PLACE)).isEqualTo(place));
    }
}
