package com.texchange.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Measures pages in the browser, each several times. */
final class PageTimes {

    private static final int LOADS = 5;
    private static final int CLICKS = 5;
    private static final double SETTLE_MILLIS = 300;
    private static final double PATIENCE_MILLIS = 10_000;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Milliseconds of one thing, done several times. */
    record Times(List<Double> millis) {

        double median() {
            return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0.0);
        }

        double max() {
            return millis.stream().max(Comparator.naturalOrder()).orElse(0.0);
        }

        @Override
        public String toString() {
            return millis.isEmpty() ? "– | –" : "%.0f | %.0f".formatted(median(), max());
        }
    }

    /**
     * What was measured of one page, or of one click on it.
     *
     * @param painted  until something was painted; nothing for a click
     * @param readable until the content was there; for a click, until it was answered
     */
    record Row(String page, String action, Times painted, Times readable) {

        boolean isClick() {
            return painted.millis().isEmpty();
        }

        /** Of what a person waits for first. */
        double median() {
            return isClick() ? readable.median() : painted.median();
        }

        @Override
        public String toString() {
            return "| %s | %s | %s | %s |".formatted(page, action, painted, readable);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** What could not be measured, since the page did not do what was expected. */
    List<String> failures() {
        return failures;
    }

    /** Loads the page and does its clicks; goes on after one that fails. */
    void measure(ShownPage shown, Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        add(shown.name() + ": open", () -> load(shown, page));
        for (Click click : shown.clicks()) {
            add(shown.name() + ": " + click.name(), () -> click(shown, click, page));
        }
    }

    private void add(String what, Supplier<Row> measurement) {
        try {
            rows.add(measurement.get());
        } catch (PlaywrightException e) {
            failures.add(what + ": " + e.getMessage());
        }
    }

    Row load(ShownPage shown, Page page) {
        List<Double> painted = new ArrayList<>();
        List<Double> readable = new ArrayList<>();
        // The first time fills the browser's cache, as any person's first page has done.
        shown.open(page);
        for (int i = 0; i < LOADS; i++) {
            page.navigate(shown.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.evaluate(Probe.noteWhenReadable(shown.ready()));
            page.waitForFunction("() => window.readableAt");
            painted.add(((Number) page.evaluate(Probe.FIRST_PAINT)).doubleValue());
            readable.add(((Number) page.evaluate("() => window.readableAt")).doubleValue());
        }
        return new Row(shown.name(), "open", new Times(painted), new Times(readable));
    }

    Row click(ShownPage shown, Click click, Page page) {
        List<Double> answered = new ArrayList<>();
        shown.open(page);
        // Once without the clock: code is compiled and statements are planned when they are needed first.
        for (int i = -1; i < CLICKS; i++) {
            // Nobody clicks in the moment in which a page, or the answer to another click, appears.
            page.waitForTimeout(SETTLE_MILLIS);
            click.prepare().accept(page);
            page.waitForTimeout(SETTLE_MILLIS);
            page.evaluate(Probe.startWatch(click));
            click.action().accept(page);
            double took = ((Number) page.waitForFunction(Probe.WATCH_STOPPED).jsonValue()).doubleValue();
            if (i >= 0) {
                answered.add(took);
            }
            click.undo().accept(page);
            shown.awaitReady(page);
        }
        return new Row(shown.name(), click.name(), new Times(List.of()), new Times(answered));
    }
}
