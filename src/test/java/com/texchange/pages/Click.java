package com.texchange.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Something that a person does on a page, and by which its answer is told.
 *
 * @param prepare what comes before, and is not measured
 * @param action  by real input: one click, turn of the wheel, or key
 * @param region  a selector; the text of what it finds changes with the answer
 * @param undo    brings the page back, so that it can be done again; not measured
 */
record Click(String name, Consumer<Page> prepare, Consumer<Page> action, String region, Consumer<Page> undo) {

    private static final String GRID = "vaadin-grid";
    private static final int HEADER_HEIGHT = 50;
    private static final int ROW_HEIGHT = 37;
    private static final int ROWS_IN_TURN = 8;
    private static final double WHEEL = 4000;
    private static final Consumer<Page> NOTHING = page -> { };

    static Click on(String name, String target, String region) {
        return new Click(name, NOTHING, page -> page.locator(target).first().click(), region, NOTHING);
    }

    /** Undone by the Escape key. */
    static Click toOpen(String name, String target, String region) {
        return new Click(name, NOTHING, page -> page.locator(target).first().click(), region,
                page -> page.keyboard().press("Escape"));
    }

    /** Another row of the grid each time. @param region what shows the row's details */
    static Click onRow(String region) {
        AtomicInteger turn = new AtomicInteger();
        return new Click("open a row", NOTHING, page -> {
            BoundingBox grid = page.locator(GRID).first().boundingBox();
            page.mouse().click(grid.x + 90, grid.y + HEADER_HEIGHT + ROW_HEIGHT * (1 + turn.incrementAndGet() % ROWS_IN_TURN));
        }, region, NOTHING);
    }

    /** To rows that are not loaded yet, and on from there. */
    static Click scrolling() {
        return new Click("scroll on", page -> page.locator(GRID).first().hover(),
                page -> page.mouse().wheel(0, WHEEL), GRID, NOTHING);
    }

    static Click sorting() {
        return on("sort", "vaadin-grid-sorter", GRID);
    }

    /** @param select which of the page's; the choice goes through its entries */
    static Click choosing(String name, int select, String region) {
        AtomicInteger turn = new AtomicInteger();
        return new Click(name, page -> page.locator("vaadin-select").nth(select).click(), page -> {
            Locator items = page.locator("vaadin-select-item");
            items.nth(1 + turn.getAndIncrement() % 2).click();
        }, region, NOTHING);
    }

    /** From the home page. */
    static Click byMenu(String path) {
        return new Click("by the menu", page -> {
            page.navigate("/");
            page.waitForFunction(Probe.readable("h1, h2"));
        }, page -> page.locator("vaadin-side-nav-item[path='%s']".formatted(path.substring(1))).first().click(),
                "vaadin-app-layout", NOTHING);
    }
}
