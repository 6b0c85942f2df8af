package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.texchange.demo.DemoPerson;
import com.texchange.testing.Browser;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo's people at one browser; each signs in once in each language. */
final class Visitors implements AutoCloseable {

    static final int WIDE = 1440;
    static final int NARROW = 360;
    private static final Map<Integer, Integer> HEIGHTS = Map.of(WIDE, 900, NARROW, 740);
    private final Browser browser = Browser.start();
    private final String baseUrl;
    private final Map<Visitor, Page> pages = new HashMap<>();

    Visitors(int port) {
        this.baseUrl = "http://localhost:" + port;
    }

    private record Visitor(@Nullable DemoPerson person, String language) {
    }

    /** The person's page, at the width and in light colors, on a screen. */
    Page page(@Nullable DemoPerson person, String language, int width) {
        Page page = pages.computeIfAbsent(new Visitor(person, language), this::arrive);
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        resize(page, width);
        return page;
    }

    static void resize(Page page, int width) {
        page.setViewportSize(width, HEIGHTS.getOrDefault(width, 1024));
    }

    private Page arrive(Visitor visitor) {
        Page page = browser.person(new NewContextOptions().setBaseURL(baseUrl).setLocale(visitor.language())
                .setTimezoneId("Europe/Moscow").setReducedMotion(ReducedMotion.REDUCE));
        DemoPerson person = visitor.person();
        if (person != null) {
            page.navigate("/login");
            page.locator("input[name=username]").fill(person.email().value());
            page.locator("input[name=password]").fill(DemoPerson.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
        }
        return page;
    }

    /** Fails if a page has written an error to its console since this was asked last. */
    void checkConsole() {
        assertThat(browser.takeConsoleErrors()).as("errors on the browser's console").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
    }
}
