package com.texchange.pages;

import com.microsoft.playwright.Page;
import com.texchange.demo.DemoPerson;
import com.texchange.testing.AppLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page as one person sees it.
 *
 * @param name   stable, for pictures and tables
 * @param person who is signed in; null for nobody
 * @param ready  a selector of what is there, with a text in it, when the page can be read
 * @param clicks what is done on it and how long it may take is measured
 */
record ShownPage(String name, @Nullable DemoPerson person, String path, String ready, List<Click> clicks) {

    ShownPage(String name, @Nullable DemoPerson person, String path, String ready, Click... clicks) {
        this(name, person, path, ready, List.of(clicks));
    }

    /** Opens it and waits until it can be read. */
    void open(Page page) {
        page.navigate(path);
        awaitReady(page);
    }

    /** As a click in the menu does, if the application is open in the page. */
    void visit(Page page) {
        AppLink.follow(page, path);
        awaitReady(page);
    }

    void awaitReady(Page page) {
        page.waitForFunction(Probe.readable(ready));
    }

    @Override
    public String toString() {
        return name;
    }
}
