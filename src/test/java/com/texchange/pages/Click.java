package com.texchange.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Something that a person does on a page, and by which its answer is told. A click is answered when its first visible effect
 * from the server is drawn: another text or state of a region with all that the server had to say about it, or, of a
 * navigation, the heading of the other page. The end of an animation is not waited for.
 *
 * @param prepare  what comes before, and is not measured
 * @param action   by real input: one click, turn of the wheel, or key
 * @param clock    what starts the time
 * @param region   a selector; the text of what it finds changes with the answer
 * @param arrival  whether the answer is another page, with a path of its own
 * @param undo     brings the page back, so that it can be done again; not measured
 */
record Click(String name, Consumer<Page> prepare, Consumer<Page> action, Clock clock, String region, boolean arrival,
        Consumer<Page> undo) {

    private static final String GRID = "vaadin-grid";
    private static final String ENTRY = "vaadin-select-item[role=option]";
    private static final String HEADING = "main h1, main h2, h2";
    /** The heading is the first one. */
    private static final int FIRST_ROW = 2;
    private static final int ROWS_IN_TURN = 8;
    private static final double WHEEL = 9000;
    private static final Consumer<Page> NOTHING = page -> { };

    /** When the time begins. */
    enum Clock {
        /** With the person's input. */
        INPUT,
        /**
         * With the first request after it. While somebody scrolls the rows move at once, and the grid by its own design
         * asks for those that it does not have only once the scrolling rests for a moment.
         */
        REQUEST
    }

    static Click on(String name, String target, String region) {
        return new Click(name, NOTHING, page -> page.locator(target).first().click(), Clock.INPUT, region, false, NOTHING);
    }

    /** Undone by the Escape key. */
    static Click toOpen(String name, String target, String region) {
        return new Click(name, NOTHING, page -> page.locator(target).first().click(), Clock.INPUT, region, false,
                page -> page.keyboard().press("Escape"));
    }

    /** Another row of the grid each time; closed by the Escape key. @param region what shows the row's details */
    static Click onRow(String region) {
        AtomicInteger turn = new AtomicInteger();
        return new Click("open a row", NOTHING, page -> {
            int index = FIRST_ROW + turn.getAndIncrement() % ROWS_IN_TURN;
            BoundingBox row = page.locator("%s [aria-rowindex='%d']".formatted(GRID, index)).first().boundingBox();
            page.mouse().click(row.x + 90, row.y + row.height / 2);
        }, Clock.INPUT, region, false, page -> page.keyboard().press("Escape"));
    }

    /** To rows that are not loaded yet, and on from there. */
    static Click scrolling() {
        return new Click("scroll on", page -> page.locator(GRID).first().hover(),
                page -> page.mouse().wheel(0, WHEEL), Clock.REQUEST, GRID, false, NOTHING);
    }

    /** By the second column: by the first one, some are sorted from the beginning. */
    static Click sorting() {
        return on("sort", "vaadin-grid-sorter >> nth=1", GRID);
    }

    /** By a column in which rows that stand together differ: otherwise the order may stay as it is. */
    static Click sorting(String column) {
        return on("sort", "vaadin-grid-sorter:has-text('" + column + "')", GRID);
    }

    /** An entry that shows other rows, and back to the first one, which a list begins with. @param select a selector of the field */
    static Click choosing(String name, String select, String entry, String region) {
        return new Click(name, page -> unfold(page, select),
                page -> page.locator(ENTRY + ":visible:text-is('" + entry + "')").click(), Clock.INPUT, region, false, page -> {
            unfold(page, select);
            page.locator(ENTRY + ":visible").first().click();
        });
    }

    /** Entries that are just being folded up would take the click for theirs. */
    private static void unfold(Page page, String select) {
        page.locator(ENTRY).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator(select).first().click();
    }

    /** From the home page. */
    static Click byMenu(String path) {
        return byMenu("/", path);
    }

    static Click byMenu(String from, String path) {
        return new Click("by the menu", page -> {
            page.navigate(from);
            page.waitForFunction(Probe.readable("h1, h2"));
        }, page -> page.locator("vaadin-side-nav-item[path='%s']".formatted(path.substring(1))).first().click(),
                Clock.INPUT, HEADING, true, NOTHING);
    }
}
