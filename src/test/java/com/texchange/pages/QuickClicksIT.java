package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.texchange.demo.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who clicks faster than the server answers is in the end where the last click leads: the address and what is shown agree, nothing is being
 * loaded any more, and the console has no error.
 */
@SomeOnboardings
class QuickClicksIT extends VisitedPages {

    private static final int ROUNDS = 12;
    private static final int MOST_BEFORE = 4;
    private static final int[] PAUSES = {0, 0, 5, 20, 50, 100, 150, 250};
    /** The links of the menu are in the shadow of its entries. A task is opened by the server, a link of the page by the browser. */
    private static final String ACT = """
            ([kind, number]) => {
                const nth = found => found.length > 0 && found[number % found.length].click();
                const entries = [...document.querySelectorAll('vaadin-side-nav-item')].filter(entry => entry.getAttribute('path') !== null)
                    .map(entry => entry.shadowRoot.querySelector('a'));
                if (kind === 'menu') nth(entries);
                if (kind === 'twice') { nth(entries); nth(entries); }
                if (kind === 'task') nth([...document.querySelectorAll('.task-title')]);
                if (kind === 'link') nth([...document.querySelectorAll('main a[href]')]
                    .filter(link => link.origin === location.origin && !link.target && !link.hasAttribute('download')));
                // Not out of the application.
                if (kind === 'back' && history.state?.idx > 3) history.back();
            }""";
    private static final List<String> KINDS = List.of("menu", "menu", "twice", "task", "link", "back");
    /** For half a second: between two navigations, too, everything agrees. */
    private static final String STAYS_SHOWN = """
            ([path, heading]) => {
                const isShown = location.pathname === path && document.querySelector('h1')?.textContent.includes(heading)
                    && window.Vaadin.connectionState.state === 'connected' && window.Vaadin.Flow.navigation === undefined;
                window.shownSince = isShown ? window.shownSince ?? performance.now() : undefined;
                return isShown && performance.now() - window.shownSince > 500;
            }""";
    private static final List<Destination> MENU = List.of(new Destination("", "Welcome"), new Destination("tasks", "Tasks"),
            new Destination("license-operations", "License operations"), new Destination("letters", "Letters"));

    /** From now on, the server hears everything later, and a navigation is under way for as long. */
    private static final String SLOW = """
            () => {
                const send = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (...body) {
                    setTimeout(() => send.apply(this, body), 400);
                };
            }""";
    private static final String CLICK = """
            path => document.querySelector(`vaadin-side-nav-item[path='${path}']`).shadowRoot.querySelector('a').click()""";
    private static final String PLACE = "() => history.state.idx";

    private record Destination(String path, String heading) {
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theLastClickWins(long seed) {
        Random random = new Random(seed);
        try (Page page = sales()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> done = new ArrayList<>();
                for (int act = random.nextInt(MOST_BEFORE) + 1; act > 0; act--) {
                    String kind = KINDS.get(random.nextInt(KINDS.size()));
                    page.evaluate(ACT, List.of(kind, random.nextInt(1000)));
                    done.add(kind);
                    page.waitForTimeout(PAUSES[random.nextInt(PAUSES.length)]);
                }
                Destination last = MENU.get(random.nextInt(MENU.size()));
                page.locator("vaadin-side-nav-item[path='" + last.path() + "']").click();

                isShown(page, last, "seed " + seed + ", round " + round + ": " + done);
            }
        }
    }

    /** Else the way back would have to be gone twice. */
    @Test
    void aDoubleClickOnALinkFollowsItOnce() {
        try (Page page = sales()) {
            go(page, MENU.get(2));
            int before = (Integer) page.evaluate(PLACE);

            page.locator("vaadin-side-nav-item[path='letters']").dblclick();
            isShown(page, MENU.get(3), "a double click");
            assertThat(page.evaluate(PLACE)).isEqualTo(before + 1);

            // Enter, pressed twice.
            page.evaluate(SLOW);
            page.evaluate(CLICK, MENU.get(2).path());
            page.evaluate(CLICK, MENU.get(2).path());
            isShown(page, MENU.get(2), "twice");
            assertThat(page.evaluate(PLACE)).isEqualTo(before + 2);
        }
    }

    /** As the row of a list, which the browser draws anew for another entry. */
    @Test
    void aLinkThatHasBecomeAnotherLeadsWhereItLedWhenItWasClicked() {
        try (Page page = sales()) {
            go(page, MENU.get(1));
            page.evaluate(SLOW);
            page.evaluate(CLICK, MENU.get(2).path());

            page.evaluate("""
                    () => {
                        const link = document.createElement('a');
                        link.href = 'letters';
                        document.body.append(link);
                        link.click();
                        link.href = 'tasks';
                    }""");

            isShown(page, MENU.get(3), "a link that has become another");
        }
    }

    private static void go(Page page, Destination there) {
        page.locator("vaadin-side-nav-item[path='" + there.path() + "']").click();
        isShown(page, there, "menu");
    }

    private Page sales() {
        Page page = visitors.page(DemoPerson.SALES, "en", Visitors.WIDE).context().newPage();
        page.setViewportSize(Visitors.WIDE, 900);
        page.navigate("/");
        page.locator("h1").waitFor();
        return page;
    }

    private static void isShown(Page page, Destination last, String done) {
        try {
            page.evaluate("() => { window.shownSince = undefined; }");
            page.waitForFunction(STAYS_SHOWN, List.of("/" + last.path(), last.heading()));
        } catch (PlaywrightException failure) {
            throw new AssertionError(done + ": " + page.url(), failure);
        }
    }
}
