package com.texchange.pages;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * Something that a person does on a page, and by which its answer is told.
 *
 * @param action by real input: mouse or keyboard
 * @param region a selector; its text changes with the answer (as it does when it comes or goes)
 * @param undo   brings the page back, so that it can be done again; not measured
 */
record Click(String name, Consumer<Page> action, String region, Consumer<Page> undo) {

    static Click on(String name, String target, String region, Consumer<Page> undo) {
        return new Click(name, page -> page.locator(target).first().click(), region, undo);
    }

    static Click on(String name, String target, String region) {
        return on(name, target, region, page -> { });
    }
}
