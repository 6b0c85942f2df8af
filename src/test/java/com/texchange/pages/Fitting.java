package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.texchange.testing.Accessibility;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Nothing has to be scrolled sideways, and nothing that names something is cut or broken inside a word. */
final class Fitting {

    private Fitting() {
    }

    /**
     * From the widest to the narrowest; the page stays at that.
     *
     * @param widths pixels, in that order
     * @param look is done at each of them, besides
     */
    static void check(ShownPage shown, Page page, List<Integer> widths, IntConsumer look) {
        List<String> found = new ArrayList<>();
        for (int width : widths) {
            Visitors.resize(page, width);
            Stream.concat(CutWords.on(page).stream(), Accessibility.overflow(page).stream())
                    .forEach(misfit -> found.add("%d px: %s".formatted(width, misfit)));
            look.accept(width);
        }
        assertThat(found).as("what does not fit on %s (%s), in %s", shown.name(), shown.path(), page.locator("html").getAttribute("lang")).isEmpty();
    }
}
